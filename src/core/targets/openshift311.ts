import type { Target } from '../model/index.ts';

/** OpenShift 3.11. */
export const openshift311: Target = {
	id: 'openshift-3.11',
	title: 'OpenShift 3.11',
	oci: false,
	indexes: true,
	attestations: false,
	subject: true,
	zstd: false,
	schema1: true,
	shortNamesRefused: false,
	hosts: ['*.rahti.csc.fi', 'docker-registry.default.svc', 'docker-registry.default.svc.cluster.local', 'docker-registry-default.*'],
	source: 'Nodes run docker 1.13, which reads no OCI manifest; the built-in registry takes none either (openshift/origin#18780).',
};
