import { defineDiagnosis } from '../diagnosis.ts';
import { hostSpan } from '../support/spanOfUse.ts';
import { loginFix } from '../support/candidateFixes.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The registry asks for a login and none was found on this machine. */
export const imagePrivateNoCredentials = defineDiagnosis({
	code: 'image-private-no-credentials',
	title: 'Private image without a login',
	severity: 'warning',
	explanation,
	remedies,
	symptoms,
	answers: ['login-needed'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		if (reference.domain === 'registry.redhat.io') { return; }
		yield {
			at: hostSpan(use),
			message: { text: '{host} wants a login, and none is saved here.', args: { host: reference.domain } },
			evidence: [verdict.evidence],
			fixes: [loginFix(reference.domain)],
		};
	},
});
