import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The name begins with "{scheme}", but image references have no scheme.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?<!parsing image name )"(?<reference>(?<scheme>https?:\/\/|docker:\/\/|oci:\/\/)[^"]{1,300})"(?: as)?[^"]{0,80}: invalid reference format/,
		example: 'failed to parse stage name "https://quay.io/org/app:1": invalid reference format',
		rank: 92,
	},
	{
		pattern: /parsing reference "(?<reference>(?<scheme>https?:\/\/)[^"]{1,300})": image reference must not contain a URL scheme/,
		example: 'Error: parsing reference "https://quay.io/org/app:1": image reference must not contain a URL scheme (http:// or https://): https://quay.io/org/app:1',
		rank: 92,
	},
];
