import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'One image can be loaded, a list of platforms cannot.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /docker exporter does not (?:currently )?support exporting manifest lists/,
		example: 'ERROR: docker exporter does not currently support exporting manifest lists',
		rank: 66,
	},
];
