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
	{
		pattern: /(?:Attestation|Cache export|Cache import|Export to OCI|(?:OCI|Tar|Docker) exporter|Multiple outputs) is (?:currently )?not supported for (?:the )?docker driver/,
		example: 'ERROR: Attestation is not supported for the docker driver.',
		rank: 66,
		explanation: 'Docker\'s own builder cannot do this; a builder in a container can.',
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy the command for a builder of several platforms' }, text: 'docker buildx create --driver docker-container --use' },
];
