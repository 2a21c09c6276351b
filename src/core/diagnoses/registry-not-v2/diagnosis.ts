import { defineDiagnosis } from '../diagnosis.ts';
import { retiredRegistry } from '../support/retiredRegistry.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The host answers, but knows nothing of the Distribution API. */
export const registryNotV2 = defineDiagnosis({
	code: 'registry-not-v2',
	title: 'Host is not a registry',
	severity: 'error',
	explanation,
	symptoms,
	answers: ['not-a-registry'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		if (retiredRegistry(reference)) { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{host} answers, but is not a container registry.', args: { host: reference.domain } },
			evidence: [verdict.evidence],
			...(verdict.garbled ? { severity: 'warning' } : {}),
		};
	},
});
