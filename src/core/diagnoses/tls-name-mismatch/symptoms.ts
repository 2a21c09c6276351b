import type { Symptom } from '../diagnosis.ts';

/** What the explainer says where only the output is known. */
export const explanation = 'The certificate of {host} is for another name.';

/** Texts in tools' output that mean this. */
export const symptoms: readonly Symptom[] = [
	{
		pattern: /x509: certificate is (?:not valid for any names|valid for [^\n]{1,300}, not )|x509: cannot validate certificate for|x509: certificate relies on legacy Common Name|ERR_TLS_CERT_ALTNAME_INVALID/,
		example: 'Error response from daemon: Get "https://10.0.0.5:5000/v2/": x509: cannot validate certificate for 10.0.0.5 because it doesn\'t contain any IP SANs',
		rank: 82,
		gate: 'registry',
	},
];
