import { userOf } from '../cache/keptVerdicts.ts';
import type { CredentialAnswer, Login } from '../credentials/credentialSource.ts';
import { errorOf } from '../verdicts/registryError.ts';
import type { HttpAnswer, HttpFailure } from '../transport/httpAnswer.ts';
import type { AuthFacts } from './authFacts.ts';
import type { Scheme } from './challenge.ts';
import { outOfDate } from './outOfDate.ts';
import { basicHeader, type TokenResult } from './requestToken.ts';
import { tokenKey, type TokenStore } from './tokenStore.ts';

/** A way in, or why there is none. */
export type Grant =
	| {
		readonly type: 'header';
		readonly header?: string;
		readonly facts: AuthFacts; /** Set when the token was kept from earlier. */
		readonly cachedKey?: string
	}
	| { readonly type: 'refused'; readonly answer: HttpAnswer; readonly facts: AuthFacts }
	| { readonly type: 'failure'; readonly failure: HttpFailure; readonly facts: AuthFacts };

/** What a way in is looked for with. */
export interface GrantOptions {
	readonly scheme: Scheme;
	/** Scheme, host and port of the registry. */
	readonly origin: string;
	readonly scope: string;
	readonly found: CredentialAnswer;
	/** May the login go to the realm? */
	readonly loginAllowed: boolean;
	readonly tokens: TokenStore;
	readonly request: (ask: {
		readonly scheme: Extract<Scheme, { type: 'bearer' }>;
		readonly scope?: string;
		readonly login?: Login;
		readonly key: string
	}) => Promise<TokenResult>;
	readonly maySkipProbe: boolean;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** Gets the header for a scheme: Basic from the saved login, Bearer from the token server; a rejected login is followed by one anonymous try. */
export async function grant(options: GrantOptions): Promise<Grant> {
	const { scheme, found } = options;
	const login = options.loginAllowed ? found.login : undefined;
	const facts: AuthFacts = {
		by: 'nobody', credentials: login?.source ?? 'none',
		...(login && userOf(login) !== '' ? { user: userOf(login) } : {}),
		...(login && outOfDate(login, options.now) ? { expired: true } : {}),
		...(found.trouble ? { trouble: found.trouble } : {}),
		...(found.odd ? { odd: found.odd } : {}),
		...(found.login && !login ? { note: 'the saved login was not sent: the token server belongs to another site' } : {}),
	};
	if (login?.type === 'registry-token') { return { type: 'header', header: `Bearer ${login.token}`, facts: { ...facts, by: 'login' } }; }
	if (scheme.type === 'basic') {
		if (!login) { return { type: 'header', facts }; }
		const header = login.type === 'password' ? basicHeader(login.username, login.password) : basicHeader(login.username ?? '', login.token);
		return { type: 'header', header, facts: { ...facts, by: 'login' } };
	}
	const first = await tokenFor(options, scheme, login);
	if (first.type === 'token') { return withToken(first, { ...facts, by: login ? 'login' : 'anonymous' }); }
	if (first.type === 'failure') { return { type: 'failure', failure: first.failure, facts }; }
	if (!refusal(first.answer)) { return { type: 'refused', answer: first.answer, facts: { ...facts, atToken: true } }; }
	if (!login) { return anonymousRefused(options, scheme, first.answer, facts); }

	const rejected = { source: login.source, message: errorOf(first.answer).message ?? '' };
	// A refresh token cannot be mistyped: it was good once.
	const over = facts.expired || login.type === 'identity' ? { expired: true } : {};
	const anonymous = await tokenFor(options, scheme, undefined);
	if (anonymous.type === 'token') { return withToken(anonymous, { ...facts, ...over, by: 'anonymous', rejected }); }
	const alone = await options.request({ scheme, login, key: '' });
	const accepted = alone.type === 'token';
	return { type: 'refused', answer: first.answer, facts: { ...facts, by: 'login', atToken: true, ...(accepted ? {} : { ...over, rejected }) } };
}

async function anonymousRefused(options: GrantOptions, scheme: Extract<Scheme, { type: 'bearer' }>, answer: HttpAnswer, facts: AuthFacts): Promise<Grant> {
	if (options.maySkipProbe || answer.status !== 401) { return { type: 'refused', answer, facts: { ...facts, by: 'anonymous', atToken: true } }; }
	// Does it refuse this repository, or everybody?
	const probe = await options.request({ scheme, key: '' });
	return { type: 'refused', answer, facts: { ...facts, by: 'anonymous', atToken: true, loginForAll: probe.type === 'answer' && refusal(probe.answer) } };
}

type Kept = { readonly type: 'token'; readonly value: string; readonly cachedKey?: string };

async function tokenFor(
	options: GrantOptions,
	scheme: Extract<Scheme, { type: 'bearer' }>,
	login: Login | undefined,
): Promise<Kept | Exclude<TokenResult, { type: 'token' }>> {
	const key = tokenKey(options.origin, scheme.realm, scheme.service, options.scope, login);
	const known = options.tokens.get(key);
	if (known) { return { type: 'token', value: known.value, cachedKey: key }; }
	const result = await options.request({ scheme, scope: options.scope, key, ...(login ? { login } : {}) });
	if (result.type !== 'token') { return result; }
	options.tokens.set(key, result.token);
	return { type: 'token', value: result.token.value };
}

function withToken(token: Kept, facts: AuthFacts): Grant {
	return { type: 'header', header: `Bearer ${token.value}`, facts, ...(token.cachedKey === undefined ? {} : { cachedKey: token.cachedKey }) };
}

/** Token servers refuse with 401 and 403, some wrong logins with 400. Anything else is trouble, not an answer. */
function refusal(answer: HttpAnswer): boolean {
	return [400, 401, 403, 404].includes(answer.status) && !errorOf(answer).html;
}
