import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{instruction} is lost, because the OCI format has no place for it.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?<instruction>[A-Z]{3,20}) is not supported for OCI image format(?: and will be ignored)?/,
		example: 'time="2026-01-01" level=warning msg="HEALTHCHECK is not supported for OCI image format and will be ignored. Must use `docker` format"',
		rank: 70,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Add "--format=docker"' }, text: 'buildah bud --format=docker -t NAME .' },
];
