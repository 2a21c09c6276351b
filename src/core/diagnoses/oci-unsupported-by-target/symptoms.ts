import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The image is stored in OCI format, which this client cannot read.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /manifest for (?<reference>\S{1,300}) not found: manifest unknown: OCI (?:manifest|index) found, but accept header does not support OCI/,
		example: 'Error response from daemon: manifest for registry.example/a/b:1 not found: manifest unknown: OCI manifest found, but accept header does not support OCI manifests',
		rank: 66,
	},
	{
		pattern: /OCI (?:manifest|index) found, but accept header does not support OCI/,
		example: 'manifest unknown: OCI index found, but accept header does not support OCI indexes',
		rank: 65,
	},
	{
		pattern: /missing signature key/,
		example: 'Error response from daemon: missing signature key',
		rank: 64,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy skopeo command' }, text: 'skopeo copy --format v2s2 docker://{reference} docker://HOST/PROJECT/NAME:TAG' },
	{ title: { text: 'Add "--format=docker"' }, text: 'buildah bud --format=docker -t NAME .' },
];
