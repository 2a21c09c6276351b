import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} answers, but is not a container registry.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /404 page not found/,
		example: 'Error response from daemon: Get "https://example.com/v2/": 404 page not found',
		rank: 77,
		gate: 'registry',
	},
	{
		pattern: /does not appear to be a (?:V2 |docker |container )*registry|registry does not support v2|pinging container registry \S{1,255}: invalid status code from registry 404/,
		example: 'Error: pinging container registry example.com: invalid status code from registry 404 (Not Found)',
		rank: 76,
	},
	{
		pattern: /login attempt to https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/ failed with status: 40[45]/,
		example: 'Error response from daemon: login attempt to https://git.example.org/v2/ failed with status: 404 Not Found',
		rank: 80,
	},
	{
		pattern: /error parsing HTTP 404 response body:[^\n]{0,120}404 page not found/,
		example: 'Error response from daemon: error parsing HTTP 404 response body: invalid character \'p\' after top-level value: "404 page not found\\n"',
		rank: 80,
	},
	{
		pattern: /\bGET https?:\/\/(?<host>[^\/\s]{1,255})\/v2\/: unexpected status code 40[45]/,
		example: 'Error: GET https://www.example.com/v2/: unexpected status code 404 Not Found: <html><head><title>404 Not Found</title></head></html>',
		rank: 80,
	},
];
