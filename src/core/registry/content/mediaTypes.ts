/** Media types of manifests and indexes, in the order in which they are asked for. */
export const manifestTypes = {
	ociIndex: 'application/vnd.oci.image.index.v1+json',
	dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
	ociManifest: 'application/vnd.oci.image.manifest.v1+json',
	dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
	schema1Signed: 'application/vnd.docker.distribution.manifest.v1+prettyjws',
	schema1: 'application/vnd.docker.distribution.manifest.v1+json',
} as const;

/** The Accept header for manifests. Schema 1 last: registries convert down to it for clients that name nothing newer. */
export const manifestAccept = `${manifestTypes.ociIndex}, ${manifestTypes.dockerList}, ${manifestTypes.ociManifest}, ${manifestTypes.dockerManifest}, ${manifestTypes.schema1Signed};q=0.5, application/json;q=0.1`;

/** A Content-Type without its parameters, lower case. */
export function bareType(contentType: string | undefined): string {
	return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** True for the media types of manifests and indexes. */
export function isManifestType(type: string): boolean {
	return (Object.values(manifestTypes) as readonly string[]).includes(type);
}
