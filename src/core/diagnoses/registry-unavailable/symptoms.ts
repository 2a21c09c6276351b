import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} answered {status}; ask again later.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:received unexpected HTTP status|\/v2\/ failed with status): (?<status>5\d\d)(?! from )/,
		example: 'Error response from daemon: received unexpected HTTP status: 503 Service Unavailable',
		rank: 30,
	},
	{
		pattern: /(?:(?:pulling from host (?<host>\S{1,255}) failed with|unexpected) status code \[[^\]]{1,140}\]|unexpected status from \w{3,6} request to [^\s]{1,500}|invalid status code from registry|failed to read from destination repository \S{1,300}|unexpected status(?: code)?)[: ]{1,2}(?<status>5\d\d)/,
		example: 'failed to resolve reference "registry.example/a:1": pulling from host registry.example failed with status code [manifests 1]: 500 Internal Server Error',
		rank: 30,
	},
	{
		pattern: /StatusCode: (?<status>50\d)(?:, |$)/,
		example: 'level=fatal msg="reading manifest 1 in registry.example/a: StatusCode: 502, bad gateway"',
		rank: 30,
	},
	{
		pattern: /image pull failed for (?<reference>\S{1,300}) because the registry is unavailable/,
		example: 'image pull failed for registry.example/a:1 because the registry is unavailable.',
		rank: 30,
	},
	{
		pattern: /\b50[0234] (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?[Oo]ut)/,
		example: 'failed to do request to registry.example/v2/: 503 Service Unavailable',
		rank: 28,
		gate: 'registry',
	},
	{
		pattern: /"https:\/\/(?<host>[^\/\s"]{1,255})\/[^"]{0,600}": (?:unexpected )?EOF$/,
		example: 'ERROR: failed to solve: failed to authorize: failed to fetch oauth token: Post "https://registry.example/token": EOF',
		rank: 29,
		gate: 'registry',
		explanation: '{host} closed the connection without an answer.',
	},
	{
		pattern: /"https?:\/\/(?<host>[^\/\s"]{1,255})\/[^"]{0,600}": (?:[^\n"]{0,60}: )?(?:(?:read|write) tcp \S{1,120}: (?:read|write|use|wsarecv|wsasend): (?:connection reset by peer|broken pipe|closed network connection|An (?:existing|established) connection was)|http2: server sent GOAWAY|stream error: stream ID \d{1,10}|write: broken pipe)/,
		example: 'Error response from daemon: Get "https://registry.example/v2/": read tcp 10.0.0.2:4242->1.2.3.4:443: read: connection reset by peer',
		rank: 29,
		gate: 'registry',
		explanation: '{host} closed the connection without an answer.',
	},
	{
		pattern: /failed commit on ref "[^\s"]{2,300}": no response|download failed after attempts=\d{1,3}: (?:unexpected )?EOF|failed to read expected number of bytes: unexpected EOF|storing blob to file "[^"\n]{1,200}": (?:unexpected EOF|(?:read|write) tcp )|failed to copy: (?:httpReadSeeker: [^\n]{0,300})?(?:(?:read|write) tcp \S{1,120}: (?:read|write|use): (?:connection reset by peer|broken pipe)|unexpected EOF)/,
		example: 'error pulling image configuration: download failed after attempts=6: unexpected EOF',
		rank: 29,
		explanation: '{host} closed the connection without an answer.',
	},
	{
		pattern: /^Error response from daemon: unexpected EOF$/,
		example: 'Error response from daemon: unexpected EOF',
		rank: 29,
		explanation: '{host} closed the connection without an answer.',
	},
	{
		pattern: /(?:failed to do request|^Error response from daemon|pinging container registry \S{1,255}): (?:Get|Head|Post|Put|Patch) \"https?:\/\/(?<host>[^\/\s\"]{1,255})\/v2\/[^\"]{0,600}\": (?!context canceled)[^\n]{1,200}$/,
		example: 'failed to solve: node:18: failed to do request: Head "https://registry.example/v2/library/node/manifests/18": Not Connected',
		rank: 6,
		explanation: 'The request to {host} failed.',
	},
];
