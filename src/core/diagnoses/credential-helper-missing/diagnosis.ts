import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A configuration names a credential helper that is not on the PATH here. */
export const credentialHelperMissing = defineDiagnosis({
	code: 'credential-helper-missing',
	title: 'Credential helper is not installed',
	severity: 'warning',
	explanation,
	symptoms,
	async *lookup(use, ask) {
		const { reference } = use;
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict !== 'helper-missing') { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{source} asks for "{helper}", which is not installed here.', args: { source: verdict.source, helper: verdict.helper } },
			evidence: [verdict.evidence],
		};
	},
});
