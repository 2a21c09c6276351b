import { defineDiagnosis } from '../diagnosis.ts';
import { hostReport } from '../support/hostReport.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry on a loopback name speaks TLS, and clients try it without. */
export const httpsRegistryHttpClient = defineDiagnosis({
	code: 'https-registry-http-client',
	title: 'TLS where plain HTTP is spoken',
	severity: 'info',
	explanation,
	remedies,
	symptoms,
	answers: ['unreachable'],
	async *lookup(use, _ask, verdict) {
		if (verdict.cause !== 'https-not-http') { return; }
		yield hostReport(use, verdict, '{host} speaks TLS, but is asked without it.');
	},
});
