import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '"localhost/" is podman\'s prefix for local images; here it was taken for a registry.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /"https:\/\/localhost\/v2\/[^"]{0,400}": dial tcp (?:127\.0\.0\.1|\[::1\]):443: (?:connect: connection refused|connectex: No connection could be made)/,
		example: 'Error response from daemon: Get "https://localhost/v2/": dial tcp 127.0.0.1:443: connect: connection refused',
		rank: 84,
	},
];
