import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { explanation, symptoms } from './symptoms.ts';

/** The configured credential helper ran and did not give a login. */
export const credentialHelperFailed = defineDiagnosis({
	code: 'credential-helper-failed',
	title: 'Credential helper failed',
	severity: 'warning',
	explanation,
	symptoms,
	async *lookup(use, ask) {
		const { reference } = use;
		const verdict = await ask.registry.check(reference);
		if (verdict.verdict !== 'helper-failed') { return; }
		yield {
			at: hostSpan(use),
			message: { text: '"{helper}", named in {source}, gave no login.', args: { helper: verdict.helper, source: verdict.source } },
			evidence: [verdict.evidence],
		};
	},
});
