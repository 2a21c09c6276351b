import type { Manifest } from '../../model/index.ts';

/** What may stand where an image is expected. */
export type ArtifactKind = 'chart' | 'model' | 'module' | 'signature' | 'feature' | 'attestation' | 'artifact';

/** What a manifest is when it is no container image; `undefined` for images and indexes. */
export function artifactKind({ kind, config, artifactType, layers }: Manifest): ArtifactKind | undefined {
	if (kind === 'index' || kind === 'schema1') { return undefined; }
	const type = artifactType ?? config?.mediaType ?? '';
	const known = kinds.find(([pattern]) => pattern.test(type));
	if (known) { return known[1]; }
	// cosign signs under the configuration type of images.
	if (layers.length > 0 && layers.every(({ mediaType }) => /^application\/vnd\.dev\.(?:cosign|sigstore)\./.test(mediaType))) { return 'signature'; }
	return kind === 'artifact' ? 'artifact' : undefined;
}

const kinds: readonly (readonly [RegExp, ArtifactKind])[] = [
	[/^application\/vnd\.cncf\.helm\./, 'chart'],
	[/^application\/vnd\.(?:docker\.ai|cncf\.model)\./, 'model'],
	[/^application\/vnd\.(?:w3c\.wasm|wasm)|application\/wasm/, 'module'],
	[/^application\/vnd\.dev\.cosign\.|sigstore/, 'signature'],
	[/^application\/vnd\.devcontainers/, 'feature'],
	[/^application\/vnd\.in-toto\+json|attestation/, 'attestation'],
];
