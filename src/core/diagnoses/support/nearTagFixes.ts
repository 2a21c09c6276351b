import type { Fix } from '../../model/index.ts';
import { editFix } from '../diagnosis.ts';
import { isSameVersion, nearestTags } from './nearestTags.ts';
import type { WrittenTag } from './replaceTag.ts';

/** One edit for each tag that is most likely meant, the best first; none where the tag cannot be changed by editing one token. */
export function nearTagFixes({ edit }: WrittenTag, tag: string, tags: readonly string[]): readonly Fix[] {
	if (!edit) { return []; }
	return nearestTags(tag, tags).flatMap(near => {
		const changed = edit(near);
		return changed ? [editFix({ text: 'Change the tag to "{tag}"', args: { tag: near } }, [changed], isSameVersion(tag, near))] : [];
	});
}
