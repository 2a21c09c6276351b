import { defineDiagnosis } from '../diagnosis.ts';
import { loginFix } from '../support/candidateFixes.ts';
import { repositorySpan } from '../support/spanOfUse.ts';
import { explanation, remedies, symptoms } from './symptoms.ts';

/** The login is accepted, but has no right to pull this repository. */
export const credentialsInsufficientScope = defineDiagnosis({
	code: 'credentials-insufficient-scope',
	title: 'Login may not pull',
	severity: 'error',
	explanation,
	remedies,
	symptoms,
	answers: ['not-allowed'],
	async *lookup(use, _ask, verdict) {
		const { reference } = use;
		if (verdict.rule) {
			yield {
				at: repositorySpan(use),
				message: { text: '{host} does not give out "{path}".', args: { host: reference.domain, path: reference.path } },
				evidence: [verdict.evidence],
			};
			return;
		}
		yield {
			at: repositorySpan(use),
			message: verdict.user === undefined
				? { text: 'The login for {host} may not pull "{path}".', args: { host: reference.domain, path: reference.path } }
				: {
					text: 'Logged in to {host} as "{user}", who may not pull "{path}".',
					args: { host: reference.domain, user: verdict.user, path: reference.path },
				},
			evidence: [verdict.evidence],
			fixes: [loginFix(reference.domain)],
		};
	},
});
