import type { Manifest } from '../../model/index.ts';

/** What a manifest is when it is no container image, in words of messages: `a Helm chart`; `undefined` for images and indexes. */
export function artifactKind({ kind, config, artifactType, layers }: Manifest): string | undefined {
	if (kind === 'index' || kind === 'schema1') { return undefined; }
	const type = artifactType ?? config?.mediaType ?? '';
	const known = kinds.find(([pattern]) => pattern.test(type));
	if (known) { return known[1]; }
	// cosign signs under the configuration type of images.
	if (layers.length > 0 && layers.every(({ mediaType }) => /^application\/vnd\.dev\.(?:cosign|sigstore)\./.test(mediaType))) { return 'a signature'; }
	return kind === 'artifact' ? 'an OCI artifact' : undefined;
}

const kinds: readonly (readonly [RegExp, string])[] = [
	[/^application\/vnd\.cncf\.helm\./, 'a Helm chart'],
	[/^application\/vnd\.(?:docker\.ai|cncf\.model)\./, 'an AI model'],
	[/^application\/vnd\.(?:w3c\.wasm|wasm)|application\/wasm/, 'a WebAssembly module'],
	[/^application\/vnd\.dev\.cosign\.|sigstore/, 'a signature'],
	[/^application\/vnd\.devcontainers/, 'a dev container feature'],
	[/^application\/vnd\.in-toto\+json|attestation/, 'an attestation'],
];
