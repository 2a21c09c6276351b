import { defineDiagnosis } from '../diagnosis.ts';
import { copyFix } from '../support/candidateFixes.ts';
import { hostSpan } from '../support/spanOfUse.ts';

/** The saved login is rejected; the image is public. */
export const credentialsStaleImagePublic = defineDiagnosis({
	code: 'credentials-stale-image-public',
	title: 'Saved login is rejected, but not needed',
	severity: 'warning',
	answers: ['exists'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		if (!verdict.staleLogin) { return; }
		yield {
			at: hostSpan(use),
			message: {
				text: '{host} rejects the login saved in {source}, but the image is public.',
				args: { host: reference.domain, source: verdict.staleLogin.source },
			},
			evidence: [verdict.evidence],
			fixes: [copyFix(`docker logout ${reference.domain}`)],
		};
	},
});
