import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The registry answers with a server error: nothing is known about the image. */
export const registryUnavailable = defineDiagnosis({
	code: 'registry-unavailable',
	title: 'Registry is out of order',
	severity: 'info',
	explanation,
	symptoms,
	async *lookup(use, ask) {
		const { reference } = use;
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict !== 'unavailable') { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{host} answered {status}; "{reference}" was not checked.', args: { host: reference.domain, status: verdict.status, reference: use.value } },
			evidence: [verdict.evidence],
		};
	},
});
