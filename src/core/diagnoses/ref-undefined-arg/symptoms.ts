import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'FROM uses {variable}, which no ARG before the first FROM declares.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /UndefinedArgInFrom: FROM argument '(?<variable>[^']{1,200})' is not declared/,
		example: '- UndefinedArgInFrom: FROM argument \'TAG\' is not declared (line 1)',
		rank: 90,
	},
];
