import type { Evidence, Reference } from '../../model/index.ts';
import type { Ask } from '../diagnosis.ts';
import { withPath } from './verifiedCandidates.ts';

/** Where an image that is not at its old place any more can still be pulled. */
export interface MovedImage {
	readonly reference: Reference;
	readonly evidence: Evidence;
}

/** The new place of a missing image, confirmed by its registry: versions of `bitnami/X` went to `bitnamilegacy/X` in 2025 (bitnami/charts#35164). */
export async function movedImage(missing: Reference, ask: Ask): Promise<MovedImage | undefined> {
	const name = missing.domain === 'docker.io' ? /^bitnami\/(?<name>.+)$/.exec(missing.path)?.groups?.['name'] : undefined;
	if (name === undefined) { return undefined; }
	const reference = withPath(missing, `bitnamilegacy/${name}`);
	const verdict = await ask.registry.check(reference);
	return verdict.verdict === 'exists' ? { reference, evidence: verdict.evidence } : undefined;
}
