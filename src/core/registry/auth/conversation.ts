import type { Endpoint } from '../mirrors/endpoint.ts';
import type { HttpAnswer } from '../transport/httpAnswer.ts';
import { headersOf } from '../transport/httpAnswer.ts';
import { errorOf } from '../verdicts/registryError.ts';
import type { AuthFacts } from './authFacts.ts';
import { parseChallenges, type Scheme } from './challenge.ts';
import type { HostMemory } from './hostMemory.ts';

/** How one question is asked next, and what was said to it so far. */
export interface Conversation {
	/** Absent: as nobody, until there is a challenge. */
	readonly scheme?: Scheme;
	readonly scope: string;
	/** Where a redirect led, when it is that host which wants to know who asks. */
	readonly elsewhere?: URL;
	/** What was said to a question without login. */
	readonly refusedNobody?: HttpAnswer;
	/** The saved login was not taken: from now on as nobody, with this to tell. */
	readonly refusedLogin?: Partial<AuthFacts>;
}

/** A 401, and as whom it was asked. */
export interface Refusal {
	readonly answer: HttpAnswer;
	readonly auth: AuthFacts;
	/** Something was carried: a login, or a token. */
	readonly authorized: boolean;
	/** What it says to do. */
	readonly offered: Scheme | undefined;
}

/** Begins as the host wanted the last question, where that is known. */
export function beginConversation(endpoint: Endpoint, { scheme, scopeTemplate }: HostMemory): Conversation {
	const known = scheme?.type === 'basic' || scopeTemplate !== undefined ? scheme : undefined;
	return { scope: scopeTemplate?.replace('{path}', endpoint.path) ?? `repository:${endpoint.path}:pull`, ...(known ? { scheme: known } : {}) };
}

/** What to try after a refusal; `undefined`: it stands. `origin` is the registry's own. */
export function afterRefusal(so: Conversation, refusal: Refusal, origin: string): Conversation | undefined {
	const { answer, auth, authorized, offered } = refusal;
	if (so.refusedLogin) { return undefined; }
	if (!authorized) { return offered && asChallenged({ ...so, refusedNobody: answer }, offered, answer.url, origin); }
	if (so.scheme?.type === 'bearer') {
		return offered?.type === 'bearer' && offered.scope !== undefined && offered.scope !== so.scope ? { ...so, scope: offered.scope } : undefined;
	}
	// A login that is not taken: is the image public?
	return auth.by === 'login' && !so.refusedNobody ? { ...so, refusedLogin: { ...told(auth), rejected: rejectedBy(refusal) } } : undefined;
}

/** Whose fault a refusal is that stands. */
export function blame(so: Conversation, refusal: Refusal): AuthFacts {
	const { answer, auth, authorized, offered } = refusal;
	if (so.refusedLogin || !authorized || auth.by !== 'login') { return auth; }
	// By Bearer a login is taken, and opens too little, unless it is said otherwise.
	return so.scheme?.type === 'basic' || (offered && saysOfToken(answer, 'invalid_token')) ? { ...auth, rejected: rejectedBy(refusal) } : auth;
}

function asChallenged({ elsewhere: _, ...so }: Conversation, offered: Scheme, from: URL, origin: string): Conversation {
	return {
		...so, scheme: offered,
		...(from.origin === origin ? {} : { elsewhere: from }),
		...(offered.type === 'bearer' && offered.scope !== undefined ? { scope: offered.scope } : {}),
	};
}

function told({ expired, credentials, user }: AuthFacts): Partial<AuthFacts> {
	return { credentials, ...(expired ? { expired } : {}), ...(user === undefined ? {} : { user }) };
}

function rejectedBy({ answer, auth }: Refusal): NonNullable<AuthFacts['rejected']> {
	return { source: auth.credentials, message: errorOf(answer).message ?? '' };
}

/** What a challenge says of the token that was carried (RFC 6750, 3.1): it is not taken at all, or opens too little. */
export function saysOfToken(answer: HttpAnswer, error: 'invalid_token' | 'insufficient_scope'): boolean {
	return parseChallenges(headersOf(answer, 'www-authenticate')).some(({ params }) => params['error'] === error);
}
