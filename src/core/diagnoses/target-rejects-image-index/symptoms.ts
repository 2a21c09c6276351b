import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The service takes single images only, no index.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /image manifest(?:, config)? or layer media type for the source image [^\n]{0,300}is not supported/,
		example: 'The image manifest, config or layer media type for the source image 123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1 is not supported.',
		rank: 74,
	},
	{
		pattern: /must (?:use|support) (?:the )?(?:amd64|arm64)\/linux|Container manifest type 'application\/vnd\.oci\.image\.index\.v1\+json' must support amd64\/linux/,
		example: 'Container manifest type \'application/vnd.oci.image.index.v1+json\' must support amd64/linux.',
		rank: 73,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Add "--provenance=false --sbom=false"' },
		text: 'docker buildx build --platform linux/amd64 --provenance=false --sbom=false --push -t {reference} .',
	},
];
