import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The two options exclude each other.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /--push true cannot be used with --output/,
		example: '--push true cannot be used with --output.',
		rank: 68,
	},
];
