import { defineDiagnosis } from '../diagnosis.ts';
import { hostReport } from '../support/hostReport.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry shows a certificate that does not hold its name. */
export const tlsNameMismatch = defineDiagnosis({
	code: 'tls-name-mismatch',
	title: 'Certificate for another name',
	severity: 'info',
	explanation,
	symptoms,
	answers: ['unreachable'],
	async *lookup(use, _ask, verdict) {
		if (verdict.cause !== 'tls-name') { return; }
		yield hostReport(use, verdict, 'The certificate of {host} is for another name.');
	},
});
