import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'This builder builds for one platform only.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /[Mm]ulti(?:-platform build|ple platforms feature) is (?:currently )?not supported for (?:the )?docker driver/,
		example: 'ERROR: failed to build: Multi-platform build is not supported for the docker driver.',
		rank: 66,
	},
];
