import type { Target } from '../model/index.ts';

/** OpenShift 4. */
export const openshift4: Target = {
	id: 'openshift-4',
	title: 'OpenShift 4',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: true,
	hosts: [
		'*.2.rahti.csc.fi',
		'default-route-openshift-image-registry.*',
		'image-registry.openshift-image-registry.svc',
		'image-registry.openshift-image-registry.svc.cluster.local',
	],
	source: 'CRI-O reads all current formats; since 4.21 it enforces fully qualified names (cri-o/cri-o#9401).',
};
