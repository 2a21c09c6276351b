import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The registry does not take OCI manifests.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /manifest schema version not supported/,
		example: 'failed to push quay.example/a/b:1: unsupported: manifest schema version not supported',
		rank: 72,
	},
	{
		pattern: /\b415(?: Unsupported Media Type)|\b[Ss]tatus ?[Cc]ode:? 415\b/,
		example: 'failed commit on ref "manifest-sha256:1f": unexpected status from PUT request to https://quay.example/v2/a/b/manifests/1: 415 Unsupported Media Type',
		rank: 70,
		gate: 'registry',
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Replace "--push" with Docker-format output' }, text: 'docker buildx build --provenance=false --sbom=false --output type=image,oci-mediatypes=false,push=true -t {reference} .' },
];
