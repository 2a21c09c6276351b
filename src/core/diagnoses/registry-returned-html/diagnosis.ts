import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A proxy, a login page or a wrong host answered with HTML. */
export const registryReturnedHtml = defineDiagnosis({
	code: 'registry-returned-html',
	title: 'Web page in place of a registry answer',
	severity: 'info',
	explanation,
	symptoms,
	async *lookup(use, ask) {
		const { reference } = use;
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict !== 'broken-answer' || verdict.detail !== 'html') { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{host} answered with a web page; "{reference}" was not checked.', args: { host: reference.domain, reference: use.value } },
			evidence: [verdict.evidence],
		};
	},
});
