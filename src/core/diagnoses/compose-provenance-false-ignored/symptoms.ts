import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'Compose ignores provenance: false here.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /build\.provenance[^\n]{0,60}(?:ignored|not supported)/,
		example: 'services.web.build.provenance is ignored',
		rank: 50,
	},
];
