import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The connection to the registry fails at the proxy.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /proxyconnect tcp|407 Proxy Authentication Required|Proxy Authentication Required/,
		example: 'Error response from daemon: Get "https://registry-1.docker.io/v2/": proxyconnect tcp: dial tcp 10.0.0.1:3128: connect: connection refused',
		rank: 85,
		gate: 'registry',
	},
];
