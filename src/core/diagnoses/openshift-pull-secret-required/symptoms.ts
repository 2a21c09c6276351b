import type { Remedy, Symptom } from '../diagnosis.ts';

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

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Copy the command for a pull secret' },
		text: 'oc create secret docker-registry NAME --docker-server={host} --docker-username=USER --docker-password=PASSWORD',
	},
	{ title: { text: 'Copy the command that links it to the service account' }, text: 'oc secrets link default NAME --for=pull' },
];
