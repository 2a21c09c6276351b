import type { ImageFormat } from '../../src/protocol/inspectView.ts';

/** The word of the column Type for an index. */
export function indexType(format: ImageFormat): string {
	return format === 'docker' ? 'Docker list' : 'OCI index';
}

/** The word of the column Type for an image manifest. */
export function imageType(format: ImageFormat): string {
	return { oci: 'OCI image', docker: 'Docker image', schema1: 'Docker schema 1' }[format];
}

/** Real media types are far shorter; a hostile one must not cost time. */
const longest = 300;

/** `tar + gzip` for a layer, the part that tells for anything else. */
export function layerType(mediaType: string): string {
	const compressed = /\.tar(?:[.+](\w+))?$/.exec(mediaType.slice(0, longest));
	if (compressed) { return compressed[1] ? `tar + ${compressed[1]}` : 'tar'; }
	return shortMediaType(mediaType);
}

/** `application/vnd.cncf.helm.config.v1+json` -> `cncf.helm.config`; text that is no media type stays. */
export function shortMediaType(mediaType: string): string {
	return mediaType.slice(0, longest).replace(/^application\/(?:vnd\.)?/, '').replace(/(?:\.v\d[\w.]*)?(?:\+\w+)?$/, '') || mediaType;
}

/** Twelve hex digits of a digest. */
export function shortDigest(digest: string): string {
	return digest.replace(/^[\w+.-]+:/, '').slice(0, 12);
}
