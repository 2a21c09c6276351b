import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { reloginFix } from '../support/reloginFix.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry or the token itself says that the saved login is past its time. */
export const credentialsExpired = defineDiagnosis({
	code: 'credentials-expired',
	title: 'Saved login expired',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	answers: ['login-rejected'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		if (!verdict.expired) { return; }
		yield {
			at: hostSpan(use),
			message: { text: 'The login for {host} saved in {source} has expired.', args: { host: reference.domain, source: verdict.source } },
			evidence: [verdict.evidence],
			fixes: [reloginFix(reference.domain)],
		};
	},
});
