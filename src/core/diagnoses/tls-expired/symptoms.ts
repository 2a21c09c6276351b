import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The certificate of {host} has expired.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /x509: (?:certificate has expired(?: or is not yet valid)?|[“"][^\n”"]{1,253}[”"] certificate is expired)|CERT_HAS_EXPIRED/,
		example: 'Error response from daemon: Get "https://registry.example/v2/": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2026-01-01T00:00:00Z is after 2025-01-01T00:00:00Z',
		rank: 82,
		gate: 'registry',
	},
];
