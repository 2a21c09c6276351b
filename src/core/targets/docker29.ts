import type { Target } from '../model/index.ts';

/** Docker 29. */
export const docker29: Target = {
	id: 'docker-29',
	title: 'Docker 29',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: false,
	shortNamesRefused: false,
	hosts: [],
	source: 'Schema 1 was removed (moby/moby#50036).',
};
