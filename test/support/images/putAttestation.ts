import type { Store } from '../fakeRegistry/store.ts';
import { types, type StoredImage } from './putImage.ts';

/** Stores an in-toto attestation for an image, as BuildKit before 0.32 (`old`) or since (`new`) writes it; gives its descriptor. */
export function putAttestation(store: Store, repository: string, image: StoredImage, style: 'old' | 'new'): object {
	const layers = Object.entries(predicates(repository)).map(([predicateType, predicate]) => {
		const statement = Buffer.from(JSON.stringify({ _type: 'https://in-toto.io/Statement/v0.1', predicateType, subject: [{ name: repository, digest: { sha256: image.digest.slice(7) } }], predicate }));
		return { mediaType: 'application/vnd.in-toto+json', digest: store.putBlob(repository, statement), size: statement.length, annotations: { 'in-toto.io/predicate-type': predicateType } };
	});
	const empty = Buffer.from(style === 'new' ? '{}' : JSON.stringify({ architecture: 'unknown', os: 'unknown', config: {}, rootfs: { type: 'layers', diff_ids: layers.map(layer => layer.digest) } }));
	const manifest = {
		schemaVersion: 2, mediaType: types.oci.manifest,
		...(style === 'new' ? { artifactType: 'application/vnd.docker.attestation.manifest.v1+json', subject: { mediaType: image.mediaType, digest: image.digest, size: image.size } } : {}),
		config: { mediaType: style === 'new' ? 'application/vnd.oci.empty.v1+json' : types.oci.config, digest: store.putBlob(repository, empty), size: empty.length },
		layers,
	};
	const bytes = Buffer.from(JSON.stringify(manifest, null, 2));
	return {
		mediaType: types.oci.manifest, digest: store.put(repository, [], bytes, types.oci.manifest), size: bytes.length,
		platform: { architecture: 'unknown', os: 'unknown' },
		annotations: { 'vnd.docker.reference.digest': image.digest, 'vnd.docker.reference.type': 'attestation-manifest' },
	};
}

/** What BuildKit and its scanner say of a small Node.js application. */
function predicates(repository: string): Readonly<Record<string, object>> {
	const packages = ['express', 'pg', 'pino', 'zod', 'undici', 'lodash', 'semver', 'ws', 'sharp', 'libc6', 'libssl3', 'node'];
	return {
		'https://slsa.dev/provenance/v1': {
			buildDefinition: {
				buildType: 'https://github.com/moby/buildkit/blob/master/docs/attestations/slsa-definitions.md', externalParameters: { configSource: { path: 'Dockerfile' } },
				resolvedDependencies: ['node@20-bookworm', 'docker/dockerfile@1', 'docker/buildkit-syft-scanner@stable-1'].map(name => ({ uri: `pkg:docker/${name}`, digest: { sha256: '5f2d7b18e93a5c02'.repeat(4) } })),
			},
			runDetails: {
				builder: { id: 'https://github.com/example/app/actions/runs/8812345678' },
				metadata: { invocationID: 'x3k9', startedOn: '2026-05-04T10:18:02Z', finishedOn: '2026-05-04T10:20:30Z', buildkit_metadata: { vcs: { source: `https://github.com/example/${repository.split('/').at(-1) ?? ''}`, revision: '5f2d7b18e93a5c0214be7d96f3085ac4d1e2b79f' } } },
			},
		},
		'https://spdx.dev/Document': {
			spdxVersion: 'SPDX-2.3', name: repository, creationInfo: { created: '2026-05-04T10:20:28Z', creators: ['Organization: Anchore, Inc', 'Tool: syft-v1.20.0', 'Tool: buildkit-v0.21.0'] },
			packages: packages.flatMap(name => Array.from({ length: 9 }, (_, at) => ({ name: at === 0 ? name : `${name}-part-${at}`, SPDXID: `SPDXRef-Package-npm-${name}-${at}`, versionInfo: `${at + 1}.2.0`, licenseConcluded: 'MIT' }))),
			files: [],
		},
	};
}
