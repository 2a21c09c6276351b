import type { Fix, ToolCommand } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { builderOf, pushesResult } from './buildTools.ts';
import { findFlag } from './findFlag.ts';
import { replaceFlagValue } from './replaceFlag.ts';

/** The fixes that leave a pushing build its first platform; `undefined` where it pushes no list. Not safe: the other platforms are gone then. */
export function onePlatform(command: ToolCommand, text: string): readonly Fix[] | undefined {
	const platform = findFlag(command, 'platform');
	const list = platform?.value?.value ?? '';
	const [first, ...others] = list.split(',').filter(one => one !== '');
	if (builderOf(command) !== 'buildkit' || !pushesResult(command) || !platform || first === undefined || others.length === 0) { return undefined; }
	const edit = command.editable ? replaceFlagValue(platform, text, first) : undefined;
	return edit ? [editFix({ text: 'Replace "{old}" with "{new}"', args: { old: list, new: first } }, [edit], false)] : [];
}
