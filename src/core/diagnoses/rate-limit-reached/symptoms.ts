import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} limits pulls; the limit is reached.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:^|[:=] )toomanyrequests$|\btoomanyrequests:|\bTOOMANYREQUESTS\b/,
		example: 'Error response from daemon: toomanyrequests: You have reached your unauthenticated pull rate limit. https://www.docker.com/increase-rate-limit',
		rank: 76,
	},
	{
		pattern: /reached your (?:unauthenticated |anonymous )?pull rate limit/,
		example: 'You have reached your pull rate limit. You may increase the limit by authenticating and upgrading',
		rank: 76,
	},
	{
		pattern: /\b429 \(?Too Many Requests\)?(?=\s*$|\s?["':)\],;.<-]|\s(?:[A-Z]|for\b|from\b))|[Rr]ate exceeded/,
		example: 'ctr: failed to resolve reference "registry.example/e/app:1": pulling from host registry.example failed with status code [manifests 1]: 429 Too Many Requests',
		rank: 75,
		gate: 'registry',
	},
	{
		pattern: /error parsing HTTP 429 response body|StatusCode: 429\b|too many requests to registry$|\/v2\/[^\s\"]{1,400}\"?: (?:response|unexpected) status code 429\b/,
		example: 'Error response from daemon: error parsing HTTP 429 response body: invalid character \'T\' looking for beginning of value: "Too Many Requests"',
		rank: 76,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{ title: { text: 'Log in to {host}' }, text: 'docker login {host}' },
];
