import type { Target } from '../model/index.ts';

/** Docker Hub. */
export const dockerHub: Target = {
	id: 'docker-hub',
	title: 'Docker Hub',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: ['docker.io'],
	source: 'Takes every current format.',
};
