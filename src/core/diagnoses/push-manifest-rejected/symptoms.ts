import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The registry refused the manifest of this push.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /unexpected status from PUT request to https?:\/\/(?<host>[^\/\s]{1,255})\/v2\/[^\s]{1,400}\/manifests\/[^\s]{1,200}: 40[04]/,
		example: 'failed to push quay.example/a/b:1: unexpected status from PUT request to https://quay.example/v2/a/b/manifests/1: 400 Bad Request',
		rank: 66,
	},
	{
		pattern: /failed commit on ref "(?:index|manifest)-[^\s"]{2,300}": unexpected status(?: code)?:? (?:from [^\n]{1,300}: )?40[04]/,
		example: 'failed to push registry.example/a/b:1: failed commit on ref "index-sha256:adb5": unexpected status: 400 Bad Request',
		rank: 66,
	},
	{
		pattern: /Uploading manifest failed, attempted the following formats/,
		example: 'level=fatal msg="copying image: Uploading manifest failed, attempted the following formats: application/vnd.oci.image.manifest.v1+json(writing manifest: uploading manifest 1 to registry.example/a: manifest invalid: manifest invalid)"',
		rank: 65,
	},
	{
		pattern: /manifest invalid: manifest invalid|uploading manifest \S{1,128} to \S{1,255}: (?:manifest invalid|unsupported|StatusCode: 4(?:00|15))|failed to push \S{1,300}: (?:(?:unknown: )?manifest invalid|unsupported)|(?:The push refers to (?:a )?repository \[\S{1,300}\]|^Failed to push image:) (?:manifest invalid|unsupported)$|\bMANIFEST_INVALID\b/,
		example: 'Error response from daemon: manifest invalid: manifest invalid',
		rank: 64,
	},
	{
		pattern: /^(?:Error response from daemon: |error: )manifest invalid\b|^manifest invalid: (?:[Mm]anifest|error parsing|schema|mediaType|unknown|digest|layer|blob|config)\b/,
		example: 'manifest invalid: error parsing manifest',
		rank: 63,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Replace "--push" with Docker-format output' },
		text: 'docker buildx build --provenance=false --sbom=false --output type=image,oci-mediatypes=false,push=true -t {reference} .',
	},
];
