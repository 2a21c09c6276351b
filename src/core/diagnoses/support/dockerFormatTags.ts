import type { Reference } from '../../model/index.ts';
import type { Ask } from '../diagnosis.ts';
import { nearestTags } from './nearestTags.ts';
import { withTag } from './verifiedCandidates.ts';

/** Near tags of the repository that are stored in Docker format, at most `limit` questions. */
export async function dockerFormatTags(reference: Reference, ask: Ask, limit = 4): Promise<readonly string[]> {
	const tags = await ask.registry.tags(reference);
	if (!tags.known) { return []; }
	const near = nearestTags(reference.tag ?? 'latest', tags.value.tags, limit);
	const verdicts = await Promise.all(near.map(tag => ask.registry.check(withTag(reference, tag))));
	return near.filter((_, index) => {
		const verdict = verdicts[index];
		return verdict?.verdict === 'exists'
			&& verdict.mediaType.startsWith('application/vnd.docker.distribution.manifest.')
			&& verdict.mediaType.includes('v2');
	});
}
