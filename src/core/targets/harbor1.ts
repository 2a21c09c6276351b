import type { Target } from '../model/index.ts';

/** Harbor 1. */
export const harbor1: Target = {
	id: 'harbor-1',
	title: 'Harbor 1',
	oci: false,
	indexes: true,
	attestations: false,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: [],
	source: 'OCI manifests are answered with 500 (goharbor/harbor#11328).',
};
