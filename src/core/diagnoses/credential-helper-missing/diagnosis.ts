import { defineDiagnosis } from '../diagnosis.ts';
import { helperTrouble } from '../support/helperTrouble.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** A configuration names a credential helper that is not on the PATH here. */
export const credentialHelperMissing = defineDiagnosis({
	code: 'credential-helper-missing',
	title: 'Credential helper is not installed',
	severity: 'warning',
	explanation,
	symptoms,
	answers: ['helper-missing', 'exists'],
	async *lookup(use, ask, verdict) {
		const trouble = helperTrouble(use, verdict, 'helper-missing', ask.facts);
		if (!trouble) { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{source} asks for "{helper}", which is not installed here.', args: { source: trouble.source, helper: trouble.helper } },
			evidence: [trouble.evidence],
		};
	},
});
