import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry shows a certificate whose time is over. */
export const tlsExpired = defineDiagnosis({
	code: 'tls-expired',
	title: 'Certificate has expired',
	severity: 'info',
	explanation,
	symptoms,
	async *lookup(use, ask) {
		const { reference } = use;
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict !== 'unreachable' || verdict.cause !== 'tls-expired') { return; }
		yield {
			at: hostSpan(use),
			message: { text: 'The certificate of {host} has expired.', args: { host: reference.domain } },
			evidence: [verdict.evidence],
		};
	},
});
