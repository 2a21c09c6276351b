import type { Descriptor, Evidence, Reference } from '../../model/index.ts';
import type { Ask } from '../diagnosis.ts';
import { isAttestation, runnablePlatforms } from './platformName.ts';
import { withTag } from './verifiedCandidates.ts';

/** What the tag beside a digest is now, when it is not that digest. */
export interface PinnedTag {
	/** The tag's digest. */
	readonly digest: string;
	/** The pinned manifest, when it is one of the platforms in the tag's index. */
	readonly child?: Descriptor;
	/** Number of platforms in the tag's index; 0 for a single image. */
	readonly platforms: number;
	readonly evidence: Evidence;
}

/** `undefined` without tag or digest, when both agree, or when the registry did not tell. */
export async function pinnedTag(reference: Reference, ask: Ask): Promise<PinnedTag | undefined> {
	if (reference.tag === undefined || reference.digest === undefined) { return undefined; }
	// A digest that is not there is told as that.
	if ((await ask.registry.check(reference)).verdict === 'digest-missing') { return undefined; }
	const tagged = withTag(reference, reference.tag);
	const verdict = await ask.registry.check(tagged);
	if (verdict.verdict !== 'exists' || verdict.digest === reference.digest) { return undefined; }
	const answer = await ask.registry.manifest(tagged);
	const index = answer.known && answer.value.kind === 'index' ? answer.value : undefined;
	const child = index?.manifests.find(one => one.digest === reference.digest && !isAttestation(one));
	return {
		digest: verdict.digest,
		platforms: index ? runnablePlatforms(index.manifests).length : 0,
		evidence: verdict.evidence,
		...(child ? { child } : {}),
	};
}
