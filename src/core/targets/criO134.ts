import type { Target } from '../model/index.ts';

/** CRI-O 1.34. */
export const criO134: Target = {
	id: 'cri-o-1.34',
	title: 'CRI-O 1.34',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: true,
	hosts: [],
	source: 'Short name mode is enforcing by default (cri-o/cri-o#9401).',
};
