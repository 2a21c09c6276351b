import type { Login } from '../credentials/credentialSource.ts';
import { headerOf, type HttpAnswer, type HttpFailure, type HttpOutcome } from '../transport/httpAnswer.ts';
import type { HttpRequest } from '../transport/exchange.ts';
import type { Scheme } from './challenge.ts';

/** A token to carry; `expires` in milliseconds since 1970. */
export interface Token {
	readonly value: string;
	readonly expires: number;
}

/** What came of asking. */
export type TokenResult =
	| { readonly type: 'token'; readonly token: Token }
	/** The token server answered, and not with a token. */
	| { readonly type: 'answer'; readonly answer: HttpAnswer }
	| { readonly type: 'failure'; readonly failure: HttpFailure };

/** Largest answer of a token server that is read. */
export const tokenBytes = 128 * 1024;

/**
 * Asks a token server (Distribution's token specification): GET with Basic or nothing; with an identity token a POST
 * (`grant_type=refresh_token`), falling back to GET where that is not served.
 */
export async function requestToken(ask: {
	readonly scheme: Extract<Scheme, { type: 'bearer' }>;
	/** Absent: no scope at all, to try the login alone. */
	readonly scope?: string;
	readonly login?: Login;
	readonly send: (request: Pick<HttpRequest, 'url' | 'method' | 'headers' | 'body' | 'maxBytes'>) => Promise<HttpOutcome>;
	readonly now: () => number;
}): Promise<TokenResult> {
	const { scheme, scope, login } = ask;
	if (login?.type === 'identity') {
		const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: login.token, client_id: 'pullcheck' });
		if (scheme.service !== undefined) { form.set('service', scheme.service); }
		if (scope !== undefined) { form.set('scope', scope); }
		const posted = await ask.send({
			url: scheme.realm,
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
			body: form.toString(),
			maxBytes: tokenBytes,
		});
		if (!posted.answer || !getInstead.has(posted.answer.status)) { return read(posted, ask.now()); }
	}
	const url = new URL(scheme.realm);
	if (scheme.service !== undefined) { url.searchParams.set('service', scheme.service); }
	if (scope !== undefined) { for (const one of scope.split(' ')) { url.searchParams.append('scope', one); } }
	const headers: Record<string, string> = { accept: 'application/json' };
	if (login?.type === 'password') {
		url.searchParams.set('account', login.username);
		headers['authorization'] = basicHeader(login.username, login.password);
	}
	if (login?.type === 'identity') { headers['authorization'] = basicHeader(login.username ?? '', login.token); }
	return read(await ask.send({ url, method: 'GET', headers, maxBytes: tokenBytes }), ask.now());
}

/** Statuses by which token servers say that they know no POST. */
const getInstead = new Set([400, 401, 404, 405]);

/** `Basic …` for a user and a password. */
export function basicHeader(username: string, password: string): string {
	return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function read(outcome: HttpOutcome, now: number): TokenResult {
	if (!outcome.answer) {
		const { failure } = outcome;
		return { type: 'failure', failure: failure.kind === 'broken' && failure.detail === 'too-large' ? { ...failure, detail: 'garbage' } : failure };
	}
	const { answer } = outcome;
	if (answer.status !== 200) { return { type: 'answer', answer }; }
	let parsed: unknown;
	try { parsed = JSON.parse(answer.body.toString('utf8')); } catch { return { type: 'answer', answer }; }
	const fields = (typeof parsed === 'object' && parsed !== null ? parsed : {}) as Record<string, unknown>;
	const value = [fields['token'], fields['access_token']].find(one => typeof one === 'string' && one !== '');
	// A line end in a token would be a header of its own.
	if (typeof value !== 'string' || /[^\x21-\x7e]/.test(value)) { return { type: 'answer', answer }; }
	return { type: 'token', token: { value, expires: now + lifetime(fields['expires_in'], value, headerOf(answer, 'date')) - 5000 } };
}

/** Milliseconds. Without `expires_in` the token's own times count, else 60 s; never less than 60 s, as the specification wants. */
function lifetime(expiresIn: unknown, token: string, date: string | undefined): number {
	const seconds = typeof expiresIn === 'number' && Number.isFinite(expiresIn) ? expiresIn : ownLifetime(token, date);
	return Math.min(Math.max(seconds ?? 60, 60), 86_400) * 1000;
}

function ownLifetime(token: string, date: string | undefined): number | undefined {
	try {
		const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp?: unknown; iat?: unknown };
		const from = typeof claims.iat === 'number' ? claims.iat : Date.parse(date ?? '') / 1000;
		return typeof claims.exp === 'number' && !Number.isNaN(from) ? claims.exp - from : undefined;
	} catch {
		return undefined;
	}
}
