import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The result stays in the build cache.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /No output specified (?:with|for) \S{1,60} driver/,
		example: 'WARNING: No output specified with docker-container driver. Build result will only remain in the build cache.',
		rank: 5,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Add "--load"' }, text: 'docker buildx build --load -t {reference} .' },
];
