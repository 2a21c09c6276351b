import { defineDiagnosis } from '../diagnosis.ts';
import { helperTrouble } from '../support/helperTrouble.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The configured credential helper ran and did not give a login. */
export const credentialHelperFailed = defineDiagnosis({
	code: 'credential-helper-failed',
	title: 'Credential helper failed',
	severity: 'warning',
	explanation,
	symptoms,
	answers: ['helper-failed', 'exists'],
	async *lookup(use, ask, verdict) {
		const trouble = helperTrouble(use, verdict, 'helper-failed', ask.facts);
		if (!trouble) { return; }
		yield {
			at: hostSpan(use),
			message: { text: '"{helper}", named in {source}, gave no login.', args: { helper: trouble.helper, source: trouble.source } },
			evidence: [trouble.evidence],
		};
	},
});
