import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'Quay refused the provenance attestation that buildx adds by default.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /'(?<mediaType>application\/vnd\.in-toto\+json)\\?' is not one of/,
		example: 'jsonschema.exceptions.ValidationError: \'application/vnd.in-toto+json\' is not one of [\'application/vnd.oci.image.layer.v1.tar\']',
		rank: 74,
	},
	{
		pattern: /manifest data does not match schema: '(?<mediaType>[^']{1,120})' is not one of/,
		example: 'failed to parse manifest: manifest data does not match schema: \'application/vnd.in-toto+json\' is not one of [\'application/vnd.oci.image.layer.v1.tar+gzip\']',
		rank: 73,
	},
	{
		pattern: /^'?(?<mediaType>application\/vnd\.in-toto\+json)'? is not (?:one of|allowed|a supported)/,
		example: 'application/vnd.in-toto+json is not allowed',
		rank: 60,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Add "--provenance=false --sbom=false"' }, text: 'docker buildx build --provenance=false --sbom=false --push -t {reference} .' },
];
