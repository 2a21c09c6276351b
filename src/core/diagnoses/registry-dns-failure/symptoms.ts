import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The host name "{host}" cannot be resolved.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /(?:dial tcp|resolving host \S{1,255}): lookup (?<host>[\w.-]{1,253})(?: on \S{1,80}:\d+)?: (?:(?:read|dial) udp \S{1,120}: (?:read: |connect: )?)?(?:no such host|server misbehaving|Temporary failure in name resolution|i\/o timeout|no answer from DNS server|Try again|Name or service not known|Name does not resolve|getaddrinfow: No such host is known|No such host is known|connection refused)/,
		example: 'Error: pinging container registry qauy.example: Get "https://qauy.example/v2/": dial tcp: lookup qauy.example on 10.0.0.53:53: no such host',
		rank: 82,
		gate: 'registry',
	},
	{
		pattern: /getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (?<host>[\w-]{1,63}(?:\.[\w-]{1,63}){1,20})|Could not resolve host: (?<host2>[\w.-]{1,253})/,
		example: 'failed to fetch the OCI manifest of the registry: getaddrinfo ENOTFOUND ghrc.io',
		rank: 80,
		gate: 'registry',
	},
];
