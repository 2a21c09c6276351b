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
	{
		pattern: /(?:[Uu]ploading manifest|[Ff]ailed to push|\bPUT\b)[^\n]{0,600}unsupported manifest (?:media type|format)/,
		example: 'Error: writing manifest: uploading manifest latest to registry.example/app: manifest schema unsupported: unsupported manifest media type application/vnd.oci.image.manifest.v1+json',
		rank: 72,
	},
	{
		// Harbor 1 says no more than this of a manifest in OCI format.
		pattern: /(?:failed commit on ref "(?:index|manifest)-[^\s"]{2,300}"|[Uu]ploading manifest \S{1,140} to \S{1,300}): (?:received )?unexpected (?:HTTP )?status(?: code)?:? (?:from [^\n]{1,300}: )?500\b/,
		example: 'failed to push registry.example/lib/app:1: failed commit on ref "manifest-sha256:adb5": unexpected status: 500 Internal Server Error',
		rank: 66,
	},
	{
		pattern: /Registry may not support (?:pushing )?(?:OCI|Image) Manifest/,
		example: 'Tried to push image manifest for acme/app:1 but failed because: Registry may not support pushing OCI Manifest or Docker Image Manifest Version 2, Schema 2',
		rank: 72,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Replace "--push" with Docker-format output' },
		text: 'docker buildx build --provenance=false --sbom=false --output type=image,oci-mediatypes=false,push=true -t {reference} .',
	},
];
