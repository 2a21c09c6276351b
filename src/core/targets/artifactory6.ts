import type { Target } from '../model/index.ts';

/** Artifactory 6. */
export const artifactory6: Target = {
	id: 'artifactory-6',
	title: 'Artifactory 6',
	oci: false,
	indexes: true,
	attestations: false,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: [],
	source: 'OCI since 7.11.1; before, a manifest PUT gives 400 (docker/buildx#1513).',
};
