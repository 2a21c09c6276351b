import type { Target } from '../model/index.ts';

/** Docker 20.10. */
export const docker2010: Target = {
	id: 'docker-20.10',
	title: 'Docker 20.10',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: false,
	schema1: true,
	shortNamesRefused: false,
	hosts: [],
	source: 'Reads OCI manifests and indexes; zstd layers need 23.0.',
};
