import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { loginFix } from '../support/candidateFixes.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry rejects the login that is saved for it, and anonymous access too. */
export const credentialsRejected = defineDiagnosis({
	code: 'credentials-rejected',
	title: 'Saved login rejected',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	answers: ['login-rejected'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		if (verdict.expired) { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{host} rejected the login saved in {source}.', args: { host: reference.domain, source: verdict.source } },
			evidence: [verdict.evidence],
			fixes: [loginFix(reference.domain)],
		};
	},
});
