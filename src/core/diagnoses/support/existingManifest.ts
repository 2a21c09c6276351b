import type { Evidence, Manifest, Reference } from '../../model/index.ts';
import type { Ask } from '../diagnosis.ts';

/** The manifest of a reference that exists; `undefined` when it does not, or could not be read: then nothing is said about it. */
export async function existingManifest(reference: Reference, ask: Ask): Promise<{ readonly manifest: Manifest; readonly evidence: Evidence } | undefined> {
	const answer = await ask.registry.manifest(reference);
	return answer.known ? { manifest: answer.value, evidence: answer.evidence } : undefined;
}
