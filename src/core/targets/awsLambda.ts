import type { Target } from '../model/index.ts';

/** AWS Lambda. */
export const awsLambda: Target = {
	id: 'aws-lambda',
	title: 'AWS Lambda',
	oci: true,
	indexes: false,
	attestations: false,
	subject: true,
	zstd: true,
	schema1: true,
	shortNamesRefused: false,
	hosts: [],
	source: 'Accepts single image manifests only (aws/aws-lambda-base-images docs, docker/buildx#1533).',
};
