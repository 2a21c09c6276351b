import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{reference} is not a container image.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:unsupported media type|encountered unknown type) (?<mediaType>application\/vnd\.(?!docker\.|oci\.image\.(?:manifest|index|layer|config))[\w.+-]{1,100})/,
		example: 'unsupported media type application/vnd.cncf.helm.config.v1+json',
		rank: 66,
	},
	{
		pattern: /unsupported image-specific operation on artifact with type/,
		example: 'Error: unsupported image-specific operation on artifact with type "application/vnd.cncf.helm.config.v1+json"',
		rank: 65,
	},
	{
		pattern: /mismatched image rootfs and manifest layers|invalid rootfs in image configuration/,
		example: 'ctr: mismatched image rootfs and manifest layers',
		rank: 64,
	},
];
