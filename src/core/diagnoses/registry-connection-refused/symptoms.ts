import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'Nothing accepts connections at {host}.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /"?https?:\/\/(?<host>[^\/\s"]{1,255})\/[^\s"]{0,400}"?: dial tcp [^\s]{1,80}: (?:connect: )?(?:connection refused|no route to host|network is unreachable|connection reset by peer|connectex: No connection could be made)/,
		example: 'Error response from daemon: Get "https://registry.example:5000/v2/": dial tcp 10.1.2.3:5000: connect: connection refused',
		rank: 80,
		gate: 'registry',
	},
	{
		pattern: /(?:dial tcp [^\s]{1,80}: )?(?:connect: (?:connection refused|no route to host|network is unreachable)|connectex: No connection could be made)/,
		example: 'error pinging docker registry registry.example:5000: dial tcp 10.1.2.3:5000: connect: no route to host',
		rank: 79,
		gate: 'registry',
	},
	{
		pattern: /ECONNREFUSED (?<host>[\w.:[\]-]{1,255})/,
		example: 'failed to reach the container registry: connect ECONNREFUSED 10.0.0.5:5000',
		rank: 78,
		gate: 'registry',
	},
];
