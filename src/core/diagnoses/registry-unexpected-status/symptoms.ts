import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} gave an answer that clients do not expect.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:(?:pulling from host (?<host>\S{1,255}) failed with|unexpected) status code \[[^\]]{1,140}\]|unexpected status from \w{3,6} request to https?:\/\/[^\/\s]{1,255}\/(?:v2\/|[^\s?]{0,200}(?:token|auth))[^\s]{0,500}|received unexpected HTTP status(?=:)|invalid status code from registry)[: ]{1,2}(?<status>[34]\d\d)/,
		example: 'failed to resolve reference "registry.example/a:1": pulling from host registry.example failed with status code [manifests 1]: 400 Bad Request',
		rank: 20,
	},
	{
		pattern: /(?:(?<!response error )StatusCode|unexpected status(?: code)?): (?<status>[34]\d\d)\b/,
		example: 'level=fatal msg="reading manifest 1 in registry.example/a: StatusCode: 418, teapot"',
		rank: 18,
		gate: 'registry',
	},
	{
		pattern: /current image (?:with|without) [^\n]{1,120} cannot be pulled due to configured policy|PROJECTPOLICYVIOLATION/,
		example: 'Error response from daemon: unknown: current image with 12 vulnerabilities cannot be pulled due to configured policy in \'Prevent images with vulnerability severity of "High" or higher from running.\'',
		rank: 60,
		explanation: 'The policy of the project in the registry forbids to pull this image.',
	},
	{
		pattern: /login attempt to https?:\/\/(?<host>[^\/\s"]{1,255})\/v2\/ failed with status: (?<status>[34]\d\d)|Server error: \d{3} trying to (?:push|pull|fetch)\b/,
		example: 'Error response from daemon: login attempt to https://registry.example/v2/ failed with status: 418 I\'m a teapot',
		rank: 18,
	},
	{
		pattern: /(?:^Error response from (?:daemon|registry): |reading manifest [^\s]{1,140} in \S{1,300}: |\b(?:GET|HEAD) \"?https?:\/\/(?<host>[^\/\s\"]{1,255})\/v2\/[^\s\"]{1,400}\"?: )(?:unsupported|(?:tag|name|digest|manifest|size|range) invalid|unknown|UNSUPPORTED|(?:TAG|NAME|DIGEST|SIZE|RANGE)_INVALID|UNKNOWN)(?:$|: (?!not found$|repository |Not Found$))/,
		example: 'level=fatal msg="initializing source docker://registry.example/a:1: reading manifest 1 in registry.example/a: unsupported"',
		rank: 19,
	},
	{
		pattern: /\/v2\/[^\s\"]{1,400}\"?: unexpected status code (?<status>4\d\d)\b/,
		example: 'Error: GET https://registry.example/v2/a/manifests/1: unexpected status code 418 I\'m a teapot: teapot',
		rank: 18,
	},
	{
		pattern: /error parsing HTTP (?<status>4\d\d) response body: (?:no error details found|unexpected end of JSON)/,
		example: 'Error response from daemon: error parsing HTTP 451 response body: no error details found in HTTP response body: "{}"',
		rank: 18,
	},
	{
		pattern: /authorization server did not include a token in the response|failed to fetch (?:anonymous|oauth) token: [^\n]{1,600}: Bad Request$|\/token\?[^\s\"]{1,600}\": unsupported protocol scheme/,
		example: 'failed to solve: failed to authorize: failed to fetch anonymous token: authorization server did not include a token in the response',
		rank: 18,
		explanation: 'The server that gives {host}\'s tokens gave an answer that clients do not expect.',
	},
];
