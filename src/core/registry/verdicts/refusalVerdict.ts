import type { Evidence, Verdict } from '../../model/index.ts';
import type { AuthFacts } from '../auth/authFacts.ts';
import type { RegistryQuirks } from '../quirks.ts';
import type { RegistryError } from './registryError.ts';

/** What a 401 or 403 means: by who asked, what was said, and what is known of the registry. */
export function refusalVerdict({ status, error, auth, quirks, evidence }: {
	readonly status: number; readonly error: RegistryError; readonly auth: AuthFacts; readonly quirks: RegistryQuirks; readonly evidence: Evidence;
}): Verdict {
	const words = `${error.code ?? ''} ${error.message ?? ''} ${error.detail}`.toLowerCase();
	if (auth.rejected) {
		const expired = auth.expired === true || /expired/.test(`${auth.rejected.message} ${words}`.toLowerCase());
		return { verdict: 'login-rejected', source: auth.rejected.source, evidence, ...(expired ? { expired } : {}) };
	}
	if (/client with ip|not allowed access|ip address/.test(words)) { return { verdict: 'not-allowed', rule: true, evidence }; }
	if (auth.by === 'login') {
		if (auth.expired || /expired/.test(words)) { return { verdict: 'login-rejected', source: auth.credentials, expired: true, evidence }; }
		if (/invalid (username|password|credential|token|login)|incorrect username|bad credentials|credentials are invalid/.test(words)) {
			return { verdict: 'login-rejected', source: auth.credentials, evidence };
		}
		if (quirks.refusedUser === 'missing-or-private') { return { verdict: 'missing-or-private', evidence }; }
		return { verdict: 'not-allowed', evidence, ...(auth.user !== undefined && isName(auth.user) ? { user: auth.user } : {}) };
	}
	if (auth.trouble) {
		return {
			verdict: auth.trouble.state === 'missing' ? 'helper-missing' : 'helper-failed',
			helper: auth.trouble.helper,
			source: auth.trouble.source,
			evidence,
		};
	}
	if (quirks.refusedAnonymous) { return { verdict: quirks.refusedAnonymous, evidence }; }
	if (auth.loginForAll || /no basic auth credentials|please login|login required/.test(words)) { return { verdict: 'login-needed', evidence }; }
	// Nobody was even offered an anonymous way in: a login opens everything here.
	if (status === 401 && auth.by === 'nobody') { return { verdict: 'login-needed', evidence }; }
	return { verdict: 'missing-or-private', evidence };
}

/** Some people write a token where the name belongs, and that is shown to nobody. */
function isName(user: string): boolean {
	return !/[A-Za-z0-9_-]{30}|^(?:gh[a-z]_|glpat-|eyJ)/.test(user);
}
