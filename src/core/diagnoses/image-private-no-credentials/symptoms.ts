import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The registry wants a login, and none was found.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /no basic auth credentials|no credentials available for basic auth/,
		example: 'Error response from daemon: Head "https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/app/manifests/1": no basic auth credentials',
		rank: 44,
	},
	{
		pattern: /authentication required, visit https:\/\/aka\.ms\/acr\/authorization/,
		example: 'Head "https://c.azurecr.io/v2/backend/manifests/0.10.0-dev": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.',
		rank: 43,
	},
	{
		pattern: /"https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/[^"]{0,400}": (?:[^\n]{0,200}: )?(?:basic )?credential not found/,
		example: 'Error: HEAD "https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/a/manifests/1": basic credential not found',
		rank: 44,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Log in to {host}' }, text: 'docker login {host}' },
];
