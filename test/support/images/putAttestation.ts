import type { Store } from '../fakeRegistry/store.ts';
import { types, type StoredImage } from './putImage.ts';

/** Stores an in-toto attestation for an image, as BuildKit before 0.32 (`old`) or since (`new`) writes it; gives its descriptor. */
export function putAttestation(store: Store, repository: string, image: StoredImage, style: 'old' | 'new'): object {
	const layers = ['https://slsa.dev/provenance/v1', 'https://spdx.dev/Document'].map(predicateType => {
		const statement = Buffer.from(JSON.stringify({ _type: 'https://in-toto.io/Statement/v0.1', predicateType, subject: [{ name: repository, digest: { sha256: image.digest.slice(7) } }], predicate: {} }));
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
