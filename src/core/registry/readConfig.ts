import type { ImageConfig, Lookup, Manifest, Reference } from '../model/index.ts';
import { parseConfig } from './content/parseConfig.ts';
import { schema1Config } from './content/schema1Config.ts';
import type { PortParts } from './portParts.ts';
import { readBlob } from './readBlob.ts';

const configBytes = 4 * 1024 * 1024;

/** Reads the configuration of an image; schema 1 carries it inside. */
export async function readConfig(parts: PortParts, reference: Reference, manifest: Manifest, signal: AbortSignal): Promise<Lookup<ImageConfig>> {
	if (manifest.kind === 'schema1') {
		const value = schema1Config(manifest);
		const evidence = parts.evidence(reference.domain, undefined, undefined, { cached: true, digest: manifest.digest });
		return value ? { known: true, value, evidence } : { known: false, reason: 'broken-answer', evidence };
	}
	if (!manifest.config) {
		return {
			known: false,
			reason: 'missing',
			evidence: parts.evidence(reference.domain, undefined, undefined, { note: 'this manifest has no configuration' }),
		};
	}
	const blob = await readBlob(parts, reference, manifest.config.digest, configBytes, signal);
	if (!blob.bytes) { return { known: false, reason: blob.reason, evidence: blob.evidence }; }
	const value = parseConfig(blob.bytes, manifest.config.digest, manifest.layers.length);
	return value ? { known: true, value, evidence: blob.evidence } : { known: false, reason: 'broken-answer', evidence: blob.evidence };
}
