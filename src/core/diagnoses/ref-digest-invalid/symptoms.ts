import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The digest in this name does not have the form that its algorithm wants.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /invalid checksum digest (?:length|format)|unsupported digest algorithm/,
		example: 'Error response from daemon: invalid checksum digest length',
		rank: 91,
	},
];
