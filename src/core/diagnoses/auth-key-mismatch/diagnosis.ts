import { defineDiagnosis } from '../diagnosis.ts';
import { loginFix } from '../support/candidateFixes.ts';
import { isFirstOfHost } from '../support/isFirstOfHost.ts';
import { hostSpan } from '../support/spanOfUse.ts';

/** Docker's file has a login for the registry, but under a key that Docker does not look for (docker/cli, `getAuthConfigKey`). */
export const authKeyMismatch = defineDiagnosis({
	code: 'auth-key-mismatch',
	title: 'Login saved under another name',
	severity: 'warning',
	answers: ['missing-or-private', 'login-needed', 'not-allowed', 'rate-limited', 'exists'],
	async *lookup(use, ask, { verdict, evidence }) {
		const { domain } = use.reference;
		const odd = evidence.savedLogin;
		if (odd?.kind !== 'other-key') { return; }
		const refused = verdict !== 'exists';
		// podman finds this login and pullcheck used it; Docker pulls as nobody.
		const usedElsewhere = evidence.credentials !== undefined && evidence.credentials !== 'none';
		if (!refused && !(usedElsewhere && isFirstOfHost(use, use.reference, ask.facts))) { return; }
		yield {
			at: hostSpan(use),
			...(refused ? {} : { severity: 'info' as const }),
			message: {
				text: 'The login in {source} is saved as "{key}", but Docker looks for "{wanted}".',
				args: { source: odd.source, key: odd.key, wanted: odd.wanted },
			},
			evidence: [evidence],
			fixes: [loginFix(domain)],
		};
	},
});
