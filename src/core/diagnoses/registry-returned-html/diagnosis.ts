import { defineDiagnosis } from '../diagnosis.ts';
import { hostReport } from '../support/hostReport.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A proxy, a login page or a wrong host answered with HTML. */
export const registryReturnedHtml = defineDiagnosis({
	code: 'registry-returned-html',
	title: 'Web page in place of a registry answer',
	severity: 'info',
	explanation,
	symptoms,
	answers: ['broken-answer'],
	async *lookup(use, _ask, verdict) {
		if (verdict.detail !== 'html') { return; }
		yield hostReport(use, verdict, '{host} answered with a web page; "{reference}" was not checked.', { reference: use.value });
	},
});
