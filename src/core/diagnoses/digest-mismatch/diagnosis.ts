import { defineDiagnosis } from '../diagnosis.ts';
import { digestSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** What the registry sent does not have the digest that was asked for. */
export const digestMismatch = defineDiagnosis({
	code: 'digest-mismatch',
	title: 'Content differs from its digest',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['broken-answer'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		if (verdict.detail !== 'digest-mismatch') { return; }
		yield {
			at: digestSpan(use),
			message: { text: '{host} sent other content for "{reference}" than its digest says.', args: { host: reference.domain, reference: use.value } },
			evidence: [verdict.evidence],
		};
	},
});
