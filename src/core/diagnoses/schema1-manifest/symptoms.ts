import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The image is in the legacy schema 1 format, which current engines no longer pull.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /media type "?application\/vnd\.docker\.distribution\.manifest\.v1\+prettyjws"? is no longer supported/,
		example: 'media type "application/vnd.docker.distribution.manifest.v1+prettyjws" is no longer supported since containerd v2.1, please rebuild the image as "application/vnd.docker.distribution.manifest.v2+json"',
		rank: 66,
	},
	{
		pattern: /[Dd]ocker [Ii]mage [Ff]ormat v1,? and [Dd]ocker [Ii]mage manifest version 2, schema 1 support/,
		example: '[DEPRECATION NOTICE] Docker Image Format v1 and Docker Image manifest version 2, schema 1 support has been removed.',
		rank: 66,
	},
	{
		pattern: /(?:^|: )no signatures\.?$/,
		example: 'ctr: no signatures',
		rank: 62,
	},
	{
		pattern: /schema ?(?:version )?1 (?:manifests?|images?)[^\n]{0,60}(?:not supported|no longer|unsupported|deprecated)/,
		example: 'pulling schema 1 images have been deprecated and no longer works',
		rank: 60,
	},
	{
		pattern: /could not fetch content descriptor (?<digest>sha256:[0-9a-f]{2,64}) \(application\/vnd\.docker\.distribution\.manifest\.v1\+|invalid schema1 manifest|[Mm]anifest version 2, schema 1 has been removed|unsupported MediaType: \"?application\/vnd\.docker\.distribution\.manifest\.v1\+/,
		example: 'failed to copy: httpReadSeeker: failed open: could not fetch content descriptor sha256:abab (application/vnd.docker.distribution.manifest.v1+json) from remote: not found',
		rank: 67,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy skopeo command' }, text: 'skopeo copy --format v2s2 docker://{reference} docker://HOST/PROJECT/NAME:TAG' },
];
