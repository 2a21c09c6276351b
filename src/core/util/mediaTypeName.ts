const names: Readonly<Record<string, string>> = {
	'application/vnd.oci.image.index.v1+json': 'OCI index',
	'application/vnd.oci.image.manifest.v1+json': 'OCI image',
	'application/vnd.oci.image.config.v1+json': 'OCI config',
	'application/vnd.docker.distribution.manifest.list.v2+json': 'Docker list',
	'application/vnd.docker.distribution.manifest.v2+json': 'Docker image',
	'application/vnd.docker.container.image.v1+json': 'Docker config',
	'application/vnd.docker.distribution.manifest.v1+json': 'Docker schema 1',
	'application/vnd.docker.distribution.manifest.v1+prettyjws': 'Docker schema 1',
	'application/vnd.in-toto+json': 'in-toto',
};

/** A media type in the words people use; an unknown one as it is. */
export function mediaTypeName(mediaType: string): string {
	return names[mediaType] ?? mediaType;
}
