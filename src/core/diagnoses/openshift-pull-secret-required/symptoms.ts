import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The cluster has no pull secret for this registry.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /FailedToRetrieveImagePullSecret|Unable to retrieve some image pull secrets/,
		example: 'Warning  FailedToRetrieveImagePullSecret  3s  kubelet  Unable to retrieve some image pull secrets (regcred); attempting to pull the image may not succeed.',
		rank: 72,
	},
];
