import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The credential helper ran and failed.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /error (?:getting|storing|erasing) credentials - err: (?:exit status \d+|signal: \w+)/,
		example: 'error getting credentials - err: exit status 1, out: `pass not initialized: exit status 1`',
		rank: 84,
	},
	{
		pattern: /Error saving credentials: error storing credentials/,
		example: 'Error saving credentials: error storing credentials - err: exit status 1, out: `not enough space`',
		rank: 84,
	},
	{
		pattern: /error (?:getting|storing|erasing) credentials - err: /,
		example: 'error getting credentials - err: illegal base64 data at input byte 12',
		rank: 83,
	},
	{
		pattern: /Credentials store docker-credential-[\w.-]{1,80} exited with \"[^\"]/,
		example: 'docker.credentials.errors.StoreError: Credentials store docker-credential-desktop exited with "A specified logon session does not exist.".',
		rank: 85,
	},
];
