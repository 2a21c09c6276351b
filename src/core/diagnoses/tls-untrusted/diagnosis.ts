import { defineDiagnosis } from '../diagnosis.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** No certificate authority that this machine trusts has signed the certificate. */
export const tlsUntrusted = defineDiagnosis({
	code: 'tls-untrusted',
	title: 'Certificate from an unknown issuer',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	answers: ['unreachable'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		if (verdict.cause !== 'tls-untrusted' && verdict.cause !== 'tls-other') { return; }
		yield {
			at: hostSpan(use),
			message: {
				text: 'The certificate of {host} comes from an unknown issuer: {issuer}.',
				args: { host: reference.domain, issuer: verdict.issuer ?? '?' },
			},
			evidence: [verdict.evidence],
			fixes: [copyFix(`sudo mkdir -p /etc/docker/certs.d/${reference.domain} && sudo cp ca.crt /etc/docker/certs.d/${reference.domain}/ca.crt`)],
		};
	},
});
