import type { Target } from '../model/index.ts';

/** Amazon ECR. */
export const ecr: Target = {
	id: 'ecr',
	title: 'Amazon ECR',
	oci: true,
	indexes: true,
	attestations: true,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: ['*.dkr.ecr.*.amazonaws.com', 'public.ecr.aws'],
	source: 'Takes OCI images, indexes and artifacts.',
};
