import type { Remedy, Symptom } from '../diagnosis.ts';

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

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy the command for a builder of several platforms' }, text: 'docker buildx create --driver docker-container --use' },
];
