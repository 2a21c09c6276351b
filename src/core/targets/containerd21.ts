import type { Target } from '../model/index.ts';

/** containerd 2.1. */
export const containerd21: Target = {
	id: 'containerd-2.1',
	title: 'containerd 2.1',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: false,
	shortNamesRefused: false,
	hosts: [],
	source: 'Schema 1 was removed in 2.1 (containerd/containerd#9765).',
};
