import { defineDiagnosis } from '../diagnosis.ts';
import { hostReport } from '../support/hostReport.ts';
import { isFirstOfHost } from '../support/isFirstOfHost.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry answers with a server error, or not in time: nothing is known about the image. */
export const registryUnavailable = defineDiagnosis({
	code: 'registry-unavailable',
	title: 'Registry is out of order',
	severity: 'info',
	explanation,
	symptoms,
	answers: ['unavailable', 'unreachable'],
	async *lookup(use, ask, verdict) {
		const args = { reference: use.value };
		if (verdict.verdict === 'unavailable') {
			yield hostReport(use, verdict, '{host} answered {status}; "{reference}" was not checked.', { status: verdict.status, ...args });
		} else if (verdict.cause === 'timeout' && isFirstOfHost(use, use.reference, ask.facts)) {
			// Nobody is asked again there for a while: once is enough.
			yield hostReport(use, verdict, '{host} did not answer in time; "{reference}" was not checked.', args);
		}
	},
});
