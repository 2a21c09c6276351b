import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry shows a certificate that does not hold its name. */
export const tlsNameMismatch = defineDiagnosis({
	code: 'tls-name-mismatch',
	title: 'Certificate for another name',
	severity: 'info',
	explanation,
	symptoms,
	async *lookup(use, ask) {
		const { reference } = use;
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict !== 'unreachable' || verdict.cause !== 'tls-name') { return; }
		yield {
			at: hostSpan(use),
			message: { text: 'The certificate of {host} is for another name.', args: { host: reference.domain } },
			evidence: [verdict.evidence],
		};
	},
});
