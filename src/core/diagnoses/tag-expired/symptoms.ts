import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The tag existed and was deleted or has expired.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /TAG_EXPIRED|was deleted or has expired\. To pull, revive via time machine/,
		example: 'manifest unknown: Tag 1.0 was deleted or has expired. To pull, revive via time machine',
		rank: 74,
	},
];
