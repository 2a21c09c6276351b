import type { Target } from '../model/index.ts';

/** Quay 3.8. */
export const quay38: Target = {
	id: 'quay-3.8',
	title: 'Quay 3.8',
	oci: true,
	indexes: true,
	attestations: false,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: [],
	source: 'Checks layer media types against a list; with ALLOWED_OCI_ARTIFACT_TYPES set it lacks in-toto (access.redhat.com/solutions/6999695).',
};
