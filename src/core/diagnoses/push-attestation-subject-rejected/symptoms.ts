import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The registry does not know the image that the attestation names as its subject.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /blob unknown to registry - (?<digest>sha256:[0-9a-f]{6,64})/,
		example: 'ERROR: failed to build: failed to solve: failed to push registry.gitlab.com/a/b:1: unknown: blob unknown to registry - sha256:63adb36080a3ab14b9f318345734e94f75d748cb415475e941473177d541f726',
		rank: 74,
	},
	{
		pattern: /(?:manifest )?blob unknown to registry/,
		example: 'failed to push registry.gitlab.com/a/b:1: manifest blob unknown: blob unknown to registry',
		rank: 72,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Write attestations in the older form' }, text: 'export BUILDX_NO_DEFAULT_OCI_ARTIFACT=true' },
];
