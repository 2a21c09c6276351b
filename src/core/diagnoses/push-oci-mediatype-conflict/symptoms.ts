import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'Attestations are stored in OCI format only, so the two options exclude each other.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /cannot export attestations with "?oci-mediatypes=false/,
		example: 'ERROR: failed to build: failed to solve: cannot export attestations with "oci-mediatypes=false"',
		rank: 68,
	},
	{
		pattern: /forcibly turning on oci-mediatype mode/,
		example: 'WARN: forcibly turning on oci-mediatype mode for attestations',
		rank: 66,
	},
	{
		pattern: /(?:compression|zstd|estargz)[^\n]{0,120}(?:oci-mediatypes=false|oci[- ]media ?types)|oci-mediatypes=false[^\n]{0,120}(?:compression|zstd|estargz)/,
		example: 'ERROR: compression type zstd requires oci-mediatypes to be true: oci-mediatypes=false',
		rank: 66,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Add "--provenance=false --sbom=false"' },
		text: 'docker buildx build --provenance=false --sbom=false --output type=image,oci-mediatypes=false,push=true -t {reference} .',
	},
];
