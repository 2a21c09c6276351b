import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The saved login has expired.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /[Yy]our [Aa]uthorization [Tt]oken has [Ee]xpired/,
		example: 'denied: Your Authorization Token has expired. Please run \'aws ecr get-login\' to fetch a new one.',
		rank: 84,
	},
	{
		pattern: /(?:access |refresh |identity |login |bearer )?token (?:has |is )expired|ExpiredToken/,
		example: 'Error response from daemon: unauthorized: token has expired',
		rank: 82,
		gate: 'registry',
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Log in to {host}' }, text: 'aws ecr get-login-password | docker login --username AWS --password-stdin {host}' },
];
