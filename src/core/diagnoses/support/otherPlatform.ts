import type { Edit, FileFacts, Fix, ImageUse } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { addFlag } from './addFlag.ts';
import { findFlag } from './findFlag.ts';
import { lineBelow } from './lineBelow.ts';
import { replaceFlagValue } from './replaceFlag.ts';

/**
 * Asks for a platform that the image has, which may mean emulation: the platform that the file names is changed, or one is named where
 * FROM, the service or the command can. At most one fix, never a safe one.
 */
export function otherPlatform(use: ImageUse, facts: FileFacts, available: readonly string[]): readonly Fix[] {
	const platform = available.find(name => name === 'linux/amd64') ?? (available.length === 1 ? available[0] : undefined);
	const edit = platform === undefined ? undefined : placed(use, facts, platform);
	if (platform === undefined || !edit) { return []; }
	const old = facts.text.slice(edit.span.start, edit.span.end);
	const title = old === ''
		? { text: 'Add "--platform={platform}"', args: { platform } }
		: { text: 'Replace "{old}" with "{new}"', args: { old, new: platform } };
	return [editFix(use.kind === 'compose-image' && old === '' ? { text: 'Add "{flags}"', args: { flags: `platform: ${platform}` } } : title, [edit], false)];
}

function placed(use: ImageUse, facts: FileFacts, platform: string): Edit | undefined {
	const { text } = facts;
	if (use.kind === 'from') {
		const start = facts.dockerfile?.stages.findLast(({ span }) => span.start <= use.span.start)?.span.start ?? 0;
		const flag = /--platform=(["']?)([^\s"'\\`]+)\1[\s\\`]+$/.exec(text.slice(start, use.span.start));
		if (!flag) {
			return /--platform\b/.test(text.slice(start, use.span.start))
				? undefined
				: { span: { start: use.span.start, end: use.span.start }, newText: `--platform=${platform} ` };
		}
		const at = start + flag.index + '--platform='.length + flag[1]!.length;
		return flag[2]!.includes('$') ? undefined : { span: { start: at, end: at + flag[2]!.length }, newText: platform };
	}
	if (use.kind === 'compose-image') {
		const service = use.owner?.label.replace(/^service /, '') ?? '';
		const named = facts.entries.find(({ path }) => path === `services.${service}.platform`);
		if (!named) { return lineBelow(text, use.span, 'image', `platform: ${platform}`); }
		const old = named.valueSpan && /^(["']?)([\w/.-]+)\1$/.exec(text.slice(named.valueSpan.start, named.valueSpan.end));
		const start = old ? named.valueSpan!.start + old[1]!.length : 0;
		return old ? { span: { start, end: start + old[2]!.length }, newText: platform } : undefined;
	}
	if (use.kind === 'devcontainer-image') {
		const argument = /"--platform=([\w/.-]+)"/.exec(text);
		const start = argument ? argument.index + '"--platform='.length : 0;
		return argument ? { span: { start, end: start + argument[1]!.length }, newText: platform } : undefined;
	}
	const command = use.command === undefined ? undefined : facts.commands[use.command];
	if (use.kind !== 'command-pull' || !command?.editable || !['docker', 'podman', 'nerdctl'].includes(command.tool)) { return undefined; }
	const flag = findFlag(command, 'platform');
	return flag ? replaceFlagValue(flag, text, platform) : addFlag(command, text, `--platform=${platform}`);
}
