import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} did not answer in time.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /"?https?:\/\/(?<host>[^\/\s"]{1,255})\/[^\s"]{0,400}"?: [^\n]{0,200}?(?:connection timed out|Client\.Timeout exceeded|i\/o timeout|TLS handshake timeout|context deadline exceeded|request canceled while waiting)/,
		example: 'Error response from daemon: Get "https://cr.far.example/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
		rank: 79,
		gate: 'registry',
	},
	{
		pattern: /dial tcp [^\s]{1,80}: (?:i\/o timeout|(?:connect: )?(?:connection|operation) timed out|connectex: A connection attempt failed)|TLS handshake timeout|Client\.Timeout exceeded while|ETIMEDOUT/,
		example: 'failed to do request: Head "https://ghcr.io/v2/": dial tcp 140.82.121.33:443: i/o timeout',
		rank: 77,
		gate: 'registry',
	},
	{
		pattern: /(?:Failed to pull image|failed to pull and unpack image|cancel pulling image|PullImage) "?(?<reference>[^\s"]{1,300})"?[^\n]{0,600}(?:context deadline exceeded|context canceled|because of no progress|DeadlineExceeded)/,
		example: 'Failed to pull image "registry.example/app:1": rpc error: code = Unknown desc = context deadline exceeded',
		rank: 40,
	},
];
