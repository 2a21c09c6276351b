import type { Target } from '../model/index.ts';

/** Harbor 2. */
export const harbor2: Target = {
	id: 'harbor-2',
	title: 'Harbor 2',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: [],
	source: 'Full OCI support since 2.0.',
};
