import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The image is not available for {platform}.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /no matching manifest for (?<platform>[a-z0-9]+\/[a-z0-9_]+(?:\/v?\d+)?|unknown)[^\n]{0,60}in the manifest list entries/,
		example: 'no matching manifest for linux/amd64 in the manifest list entries',
		rank: 66,
	},
	{
		pattern: /no match for platform in (?:the )?manifest/,
		example: 'failed to create LLB definition: no match for platform in manifest sha256:254abe4c7fe824232aa18eb2b3e965abe8e6180b258df925e9bed7285eabed1d: not found',
		rank: 65,
	},
	{
		pattern: /no image found in (?:image index|manifest list) for architecture "?(?<architecture>[\w-]{1,30})"?/,
		example: 'choosing an image from manifest list docker://registry.example/ix:1: no image found in image index for architecture amd64, variant "", OS linux',
		rank: 65,
	},
	{
		pattern: /image with reference "?(?<reference>[^\s"]{1,300})"? was found but does not (?:provide|contain|have) (?:the specified|any) platform/,
		example: 'image with reference docker.io/library/app:1 was found but does not provide the specified platform (linux/arm64)',
		rank: 65,
	},
	{
		pattern: /does not provide the specified platform|no such platform|not available for platform/,
		example: 'Error response from daemon: image does not provide the specified platform (linux/arm/v7)',
		rank: 64,
	},
	{
		pattern: /no child with platform (?<platform>[a-z0-9]+\/[a-z0-9_]+(?:\/v?\d+)?)/,
		example: 'Error: pulling mysql:5.7: no child with platform linux/arm64 in index mysql:5.7',
		rank: 65,
	},
	{
		pattern: /does not contain descriptor matching platform '?(?<platform>[a-z0-9]+\/[a-z0-9_]+(?:\/v?\d+)?)?/,
		example: 'CannotPullContainerError: image Manifest does not contain descriptor matching platform \'linux/amd64\'',
		rank: 65,
	},
];
