import { defineDiagnosis } from '../diagnosis.ts';
import { hostReport } from '../support/hostReport.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry shows a certificate whose time is over. */
export const tlsExpired = defineDiagnosis({
	code: 'tls-expired',
	title: 'Certificate has expired',
	severity: 'info',
	explanation,
	symptoms,
	answers: ['unreachable'],
	async *lookup(use, _ask, verdict) {
		if (verdict.cause !== 'tls-expired') { return; }
		yield hostReport(use, verdict, 'The certificate of {host} has expired.');
	},
});
