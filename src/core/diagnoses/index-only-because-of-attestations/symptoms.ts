import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{reference} is an index; this command takes images of one platform only.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:^|: )(?<reference>[a-z0-9][\w.-]*(?::\d+)?(?:\/[\w.-]+)*(?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?) is a manifest list$/,
		example: 'docker.io/acme/api:arm64 is a manifest list',
		rank: 66,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Copy the command that joins indexes' }, text: 'docker buildx imagetools create -t IMAGE {reference}' },
];
