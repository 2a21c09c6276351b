import { defineDiagnosis } from '../diagnosis.ts';
import { hostReport } from '../support/hostReport.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry answers with a server error: nothing is known about the image. */
export const registryUnavailable = defineDiagnosis({
	code: 'registry-unavailable',
	title: 'Registry is out of order',
	severity: 'info',
	explanation,
	symptoms,
	answers: ['unavailable'],
	async *lookup(use, _ask, verdict) {
		yield hostReport(use, verdict, '{host} answered {status}; "{reference}" was not checked.', { status: verdict.status, reference: use.value });
	},
});
