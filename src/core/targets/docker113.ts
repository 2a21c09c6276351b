import type { Target } from '../model/index.ts';

/** Docker 1.13. */
export const docker113: Target = {
	id: 'docker-1.13',
	title: 'Docker 1.13',
	oci: false,
	indexes: true,
	attestations: false,
	subject: true,
	zstd: false,
	schema1: true,
	shortNamesRefused: false,
	hosts: [],
	source: 'The 1.13 engine parses an OCI manifest as schema 1: "missing signature key".',
};
