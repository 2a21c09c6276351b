import type { Target } from '../model/index.ts';

/** Quay 3.12. */
export const quay312: Target = {
	id: 'quay-3.12',
	title: 'Quay 3.12',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: ['quay.io'],
	source: 'The media type list is no longer checked.',
};
