import type { Evidence, Reference } from '../../model/index.ts';
import type { Ask } from '../diagnosis.ts';
import { nearestTags } from './nearestTags.ts';
import { similarRepositories } from './knownRepositories.ts';

/** A repository that exists and may have been meant, with the tag that it has. */
export interface Candidate {
	readonly reference: Reference;
	readonly evidence: Evidence;
}

/**
 * Repositories with a similar name that the registry confirms, at most three questions. Where the tag as written is not there,
 * the nearest tag is taken (`3.8.5` and `v3.8.5`).
 */
export async function verifiedCandidates(missing: Reference, ask: Ask): Promise<readonly Candidate[]> {
	const names = similarRepositories(missing.domain, missing.path);
	const checked = await Promise.all(names.map(async path => {
		const reference = withPath(missing, path);
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict === 'exists') { return [{ reference, evidence: verdict.evidence }]; }
		if (verdict.verdict !== 'tag-missing') { return []; }
		const tags = await ask.registry.tags(reference);
		const tag = tags.known ? nearestTags(missing.tag ?? 'latest', tags.value.tags, 1)[0] : undefined;
		return tag === undefined ? [] : [{ reference: withTag(reference, tag), evidence: tags.evidence }];
	}));
	return checked.flat();
}

/** The same tag and digest in another repository of the registry. */
export function withPath(reference: Reference, path: string, domain = reference.domain): Reference {
	const repository = `${domain}/${path}`;
	return { ...reference, domain, path, repository, canonical: repository + reference.canonical.slice(reference.repository.length) };
}

/** The same repository with another tag and no digest. */
export function withTag(reference: Reference, tag: string): Reference {
	return { domain: reference.domain, path: reference.path, repository: reference.repository, tag, canonical: `${reference.repository}:${tag}` };
}
