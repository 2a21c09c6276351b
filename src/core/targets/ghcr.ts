import type { Target } from '../model/index.ts';

/** GitHub Container Registry. */
export const ghcr: Target = {
	id: 'ghcr',
	title: 'GitHub Container Registry',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: ['ghcr.io'],
	source: 'Takes every current format.',
};
