import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = '{host} uses TLS, but the client speaks plain HTTP to it.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /malformed HTTP response "\\x15\\x03/,
		example: 'ERROR: failed to do request: Head http://localhost:5000/v2/x/blobs/y: HTTP/1.x transport connection broken: malformed HTTP response "\\x15\\x03\\x01\\x00\\x02\\x02"',
		rank: 82,
	},
	{
		pattern: /[Cc]lient sent an HTTP request to an HTTPS server/,
		example: 'Error response from daemon: Get "http://registry.example:5000/v2/": Client sent an HTTP request to an HTTPS server.',
		rank: 82,
		gate: 'registry',
	},
	{
		pattern: /"http:\/\/(?<host>(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?)\/v2\/[^"]{0,400}": EOF/,
		example: 'failed to do request: Head "http://localhost:5443/v2/ok/oci/manifests/1": EOF',
		rank: 81,
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Copy the commands for TLS to {host}' },
		text: 'printf \'[registry."{host}"]\\n  http = false\\n  ca = ["/path/ca.pem"]\\n\' > buildkitd.toml && docker buildx create --buildkitd-config buildkitd.toml --use',
	},
];
