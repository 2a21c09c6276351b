import type { Remedy, Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The certificate of {host} comes from an issuer that this machine does not trust.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /x509: (?:certificate signed by unknown authority|[“"]?[^\n]{0,120}certificate is not trusted|certificate is not authorized)/,
		example: 'level=fatal msg="pinging container registry localhost:5443: Get \\"https://localhost:5443/v2/\\": tls: failed to verify certificate: x509: certificate signed by unknown authority"',
		rank: 82,
		gate: 'registry',
	},
	{
		pattern: /self[- ]signed certificate|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE|unable to get local issuer certificate/,
		example: 'failed to solve: registry.corp.example/app:1: failed to do request: Head "https://registry.corp.example/v2/app/manifests/1": self-signed certificate in certificate chain',
		rank: 81,
		gate: 'registry',
	},
	{
		pattern: /remote error: tls: (?:bad certificate|certificate required|unknown certificate(?: authority)?|handshake failure|protocol version not supported|access denied)/,
		example: 'Error response from daemon: Get "https://registry.example/v2/": remote error: tls: bad certificate',
		rank: 81,
		gate: 'registry',
		explanation: '{host} breaks off the TLS handshake; it may want a certificate of the client.',
	},
];

/** Commands that help, ready to copy. */
export const remedies: readonly Remedy[] = [
	{
		title: { text: 'Copy the commands to trust the issuer' },
		text: 'sudo mkdir -p /etc/docker/certs.d/{host} && sudo cp ca.crt /etc/docker/certs.d/{host}/ca.crt',
	},
];
