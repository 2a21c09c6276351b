import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{variable} has no value, so the build finds no image name.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /base name \((?<variable>\$[^)]{1,200})\) should not be blank/,
		example: 'failed to solve: base name (${BASE}) should not be blank',
		rank: 90,
	},
	{
		pattern: /InvalidDefaultArgInFrom: Default value for ARG (?<variable>\S{0,200}\$\S{1,200}) results in (?:an )?empty or invalid base image name/,
		example: '- InvalidDefaultArgInFrom: Default value for ARG ${BASE} results in empty or invalid base image name (line 2)',
		rank: 90,
	},
	{
		pattern: /no FROM statement found/,
		example: 'Error: no FROM statement found',
		rank: 85,
	},
];
