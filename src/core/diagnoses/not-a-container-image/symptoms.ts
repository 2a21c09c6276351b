import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{reference} is not a container image.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:unsupported media type|encountered unknown type) (?<mediaType>application\/vnd\.(?!docker\.(?!ai\.|plugin\.)|oci\.image\.(?:manifest|index|layer|config))[\w.+-]{1,100})/,
		example: 'unsupported media type application/vnd.cncf.helm.config.v1+json',
		rank: 66,
	},
	{
		pattern: /unsupported image-specific operation on artifact with type/,
		example: 'Error: unsupported image-specific operation on artifact with type "application/vnd.cncf.helm.config.v1+json"',
		rank: 65,
	},
	{
		pattern: /mismatched image rootfs and manifest layers|invalid rootfs in image configuration|^invalid config for manifest|number of layers and diffIDs don't match|(?:parsing image configuration|failed to resolve rootfs|failed to parse image config|unmarshal image config): invalid character/,
		example: 'ctr: mismatched image rootfs and manifest layers',
		rank: 64,
	},
	{
		pattern: /[Ee]ncountered remote "?(?<mediaType>application\/[\w.+-]{1,100})"?\((?:unknown|plugin|model)\) when fetching/,
		example: 'Encountered remote "application/vnd.cncf.helm.config.v1+json"(unknown) when fetching',
		rank: 66,
	},
	{
		pattern: /mediaType in manifest should be '[^']{1,120}' not '(?<mediaType>application\/vnd\.(?!docker\.distribution|oci\.image)[^']{1,100})'/,
		example: 'mediaType in manifest should be \'application/vnd.docker.distribution.manifest.v2+json\' not \'application/vnd.cncf.helm.config.v1+json\'',
		rank: 66,
	},
	{
		pattern: /failed to get stream processor for (?<mediaType>application\/(?![^\s:]{1,100}\+encrypted)[\w.+-]{1,100}): no processor for media-type/,
		example: 'failed to extract layer sha256:1f: failed to get stream processor for application/vnd.cncf.model.weight.v1.tar: no processor for media-type: unknown',
		rank: 66,
	},
	{
		pattern: /could not fetch content descriptor (?<digest>sha256:[0-9a-f]{2,64}) \((?<mediaType>application\/vnd\.(?!docker\.(?:distribution|container|image)|oci\.image)[^)\s]{1,120})\) from remote: not found/,
		example: 'failed to copy: httpReadSeeker: failed open: could not fetch content descriptor sha256:abab (application/vnd.acme.thing.v1+json) from remote: not found',
		rank: 67,
	},
];
