import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'registry.redhat.io always wants a login.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /[Pp]lease login to the Red Hat Registry/,
		example: 'unable to retrieve auth token: invalid username/password: unauthorized: Please login to the Red Hat Registry using your Customer Portal credentials.',
		rank: 86,
	},
	{
		pattern: /only available on registry\.redhat\.io/,
		example: 'unsupported: This repo requires terms acceptance and is only available on registry.redhat.io',
		rank: 86,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Log in to {host}' }, text: 'docker login registry.redhat.io' },
];
