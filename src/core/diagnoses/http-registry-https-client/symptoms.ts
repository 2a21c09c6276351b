import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} speaks plain HTTP, but the client uses HTTPS.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /https:\/\/(?<host>[^\/\s"]{1,255})[^\s"]{0,400}"?: http: server gave HTTP response to HTTPS client/,
		example: 'ERROR: failed to solve: failed to do request: Head "https://gitlab.example.com:5050/v2/a/b/manifests/latest": http: server gave HTTP response to HTTPS client',
		rank: 82,
		gate: 'registry',
	},
	{
		pattern: /^(?:[Ee]rror: |ERROR: |FATA\[\d+\] )?(?:http: )?server gave HTTP response to HTTPS client\.?$/,
		example: 'http: server gave HTTP response to HTTPS client',
		rank: 81,
	},
	{
		pattern: /server gave HTTP response to HTTPS client/,
		example: 'error pushing to the registry: http: server gave HTTP response to HTTPS client',
		rank: 80,
		gate: 'registry',
	},
	{
		pattern: /first record does not look like a TLS handshake|SSL_ERROR_RX_RECORD_TOO_LONG|wrong version number/,
		example: 'Error: pinging container registry localhost:5000: Get "https://localhost:5000/v2/": tls: first record does not look like a TLS handshake',
		rank: 81,
		gate: 'registry',
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Copy the commands for plain HTTP to {host}' },
		text: 'printf \'[registry."{host}"]\\n  http = true\\n  insecure = true\\n\' > buildkitd.toml && docker buildx create --buildkitd-config buildkitd.toml --use',
	},
];
