import type { Target } from '../model/index.ts';

/** OpenShift. */
export const openshift: Target = {
	id: 'openshift',
	title: 'OpenShift',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: true,
	hosts: [],
	source: 'The version is not known from the file, so only what every OpenShift refuses counts.',
};
