import type { AuthFacts } from './auth/authFacts.ts';
import { afterRefusal, beginConversation, blame, type Conversation, type Refusal, saysOfToken } from './auth/conversation.ts';
import { chooseScheme, parseChallenges, type Scheme } from './auth/challenge.ts';
import { grant, type Grant } from './auth/grant.ts';
import { firstContact, forgetHearsay, type HostMemory, newMemory, usualScope } from './auth/hostMemory.ts';
import type { KeptChallenges } from './auth/keptChallenges.ts';
import { realmTrust } from './auth/realmGuard.ts';
import { requestToken } from './auth/requestToken.ts';
import { createTokenStore } from './auth/tokenStore.ts';
import type { Credentials } from './credentials/createCredentials.ts';
import type { Login } from './credentials/credentialSource.ts';
import type { Mask } from './mask.ts';
import type { Endpoint } from './mirrors/endpoint.ts';
import type { Flights } from './politeness/flights.ts';
import type { Patience } from './politeness/patience.ts';
import { headerOf, headersOf, type HttpAnswer, type HttpOutcome } from './transport/httpAnswer.ts';
import { speakFirst } from './transport/speakFirst.ts';
import { errorOf } from './verdicts/registryError.ts';
import type { Wire } from './transport/createWire.ts';
import type { HttpRequest } from './transport/exchange.ts';

/** One question about a repository. */
export interface Question {
	readonly method: 'GET' | 'HEAD';
	/** After the repository: `/manifests/22`, `/tags/list?n=1000`. */
	readonly path: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly maxBytes: number;
	readonly patience?: Patience;
	/** Takes the body of a 200 piece by piece, see {@link HttpRequest}. */
	readonly sink?: HttpRequest['sink'];
}

/** What came back, and for whom. */
export interface Asked {
	readonly outcome: HttpOutcome;
	readonly auth: AuthFacts;
	/** For evidence: `GET /v2/library/node/manifests/22`. */
	readonly request: string;
}

/** Asks registries with whatever login their challenges and the user's files allow. */
export interface Client {
	ask(endpoint: Endpoint, question: Question, signal: AbortSignal): Promise<Asked>;
	/** Does `/v2/` look like a registry's? `undefined` when there was no answer. */
	ping(endpoint: Endpoint, signal: AbortSignal, patience?: Patience): Promise<boolean | undefined>;
	memory(endpoint: Endpoint): HostMemory;
	forget(): void;
}

/** One client keeps what it learned of each host, and the tokens, in memory. */
export function createClient({ wire, credentials, flights, mask, clock, firstMs, kept }: {
	readonly wire: Wire; readonly credentials: Credentials; readonly flights: Flights; readonly mask: Mask; readonly clock: () => number;
	/** How long others wait for the first to speak to a host. */
	readonly firstMs: number;
	/** What earlier processes were told. */
	readonly kept?: KeptChallenges;
}): Client {
	const hosts = new Map<string, HostMemory>();
	const tokens = createTokenStore(clock);
	const memoryOf = (endpoint: Endpoint): HostMemory => {
		const key = endpoint.host + endpoint.root;
		const found = hosts.get(key) ?? newMemory(endpoint);
		hosts.set(key, found);
		return found;
	};

	return {
		memory: memoryOf,
		forget() { tokens.clear(); },
		async ping(endpoint, signal, patience) {
			const { answer } = await plain(endpoint, memoryOf(endpoint), '/', { method: 'GET', path: '', maxBytes: 65536, ...given(patience) }, {}, signal);
			if (!answer) { return undefined; }
			if (headerOf(answer, 'docker-distribution-api-version') !== undefined) { return true; }
			const type = headerOf(answer, 'content-type') ?? '';
			const said = errorOf(answer);
			if (answer.status === 200) {
				return !said.html && (type.includes('json') || answer.body.length === 0 || /^\s*\{/.test(answer.body.toString('latin1')));
			}
			return said.standard || (answer.status === 401 && headerOf(answer, 'www-authenticate') !== undefined && !said.html);
		},
		async ask(endpoint, question, signal) {
			const memory = memoryOf(endpoint);
			const arrived = await firstContact(memory, firstMs, signal);
			try {
				if (arrived) { await kept?.recall(endpoint, memory); }
				const run = (): ReturnType<typeof authorized> => authorized(endpoint, memory, question, signal, arrived ?? (() => undefined));
				let asked = await run();
				if (memory.hearsay && mayBeOutOfDate(asked)) {
					forgetHearsay(memory);
					await kept?.forget(endpoint);
					asked = await run();
				}
				if (asked.outcome.answer?.status === 200) {
					delete memory.hearsay;
					await kept?.keep(endpoint, memory);
				}
				return { ...asked, request: `${question.method} ${endpoint.root}/${endpoint.path}${question.path}` };
			} finally {
				arrived?.();
			}
		},
	};

	/** Sends to the host in the protocol it is known, or found, to speak. */
	async function plain(
		endpoint: Endpoint,
		memory: HostMemory,
		path: string,
		question: Question,
		headers: Readonly<Record<string, string>>,
		signal: AbortSignal,
	): Promise<HttpOutcome> {
		const send = (protocol: string): Promise<HttpOutcome> =>
			sendTo(new URL(`${protocol}//${endpoint.host}${endpoint.root}${path}`), question, headers, signal);
		const [usual] = endpoint.protocols;
		if (memory.protocol) { return send(memory.protocol); }
		if (usual && wire.pauses.pause(endpoint.host)) { return send(usual); }
		const { outcome, protocol } = await speakFirst(endpoint.protocols, one => {
			// What one protocol came to says nothing about the other.
			if (one !== usual) { wire.pauses.forgive(endpoint.host); }
			return send(one);
		});
		if (outcome.answer) { memory.protocol = protocol; }
		return outcome;
	}

	function sendTo(
		url: URL,
		{ method, headers, maxBytes, patience, sink }: Question,
		more: Readonly<Record<string, string>>,
		signal: AbortSignal,
	): Promise<HttpOutcome> {
		return wire.send({ url, method, headers: { ...headers, ...more }, maxBytes, ...given(patience), ...(sink ? { sink } : {}) }, signal);
	}

	/** Asks, and goes on as the host says until it answers, or until there is nothing left to try. */
	async function authorized(endpoint: Endpoint, memory: HostMemory, question: Question, signal: AbortSignal, arrived: () => void): Promise<Reply> {
		let so = beginConversation(endpoint, memory);
		let last: Reply | undefined;
		for (let round = 0; round < longestConversation; round++) {
			const way = await wayIn(endpoint, memory, so, question.patience, signal);
			const auth: AuthFacts = { ...way.facts, ...so.refusedLogin };
			if (way.type === 'refused') { return { outcome: { answer: way.answer }, auth }; }
			if (way.type === 'failure') { return { outcome: { failure: way.failure }, auth }; }
			// Asked for a login, and there is none.
			if (so.scheme?.type === 'basic' && way.header === undefined && so.refusedNobody) { return { outcome: { answer: so.refusedNobody }, auth }; }

			const outcome = await askedBy(way.header, endpoint, memory, so, question, signal);
			const { answer } = outcome;
			last = { outcome, auth };
			if (!answer) { return last; }
			learnLimits(memory, answer);
			if (answer.status !== 401) { settle(memory, arrived); }
			if (way.cachedKey !== undefined && (answer.status === 400 || (answer.status === 401 && !saysOfToken(answer, 'insufficient_scope')))) {
				// The token is older than the registry's memory of it.
				tokens.drop(way.cachedKey);
				continue;
			}
			if (answer.status !== 401) {
				const hidden = answer.status === 404 && !so.scheme ? await hiddenBehind(endpoint, memory, question.patience, signal) : undefined;
				if (!hidden) { return last; }
				learnScheme(memory, endpoint, hidden);
				so = { ...so, scheme: hidden };
				continue;
			}

			const refusal: Refusal = {
				answer,
				auth,
				authorized: way.header !== undefined,
				offered: await schemeOf(endpoint, memory, answer, question.patience, signal),
			};
			const next = afterRefusal(so, refusal, originOf(endpoint, memory));
			if (refusal.offered && answer.url.host === endpoint.host && (!memory.scheme || (next && !next.refusedLogin))) {
				learnScheme(memory, endpoint, refusal.offered);
			}
			if (isSameServer(memory.scheme, refusal.offered)) { delete memory.hearsay; }
			settle(memory, arrived);
			if (!next) { return { outcome, auth: blame(so, refusal) }; }
			so = next;
		}
		return last ?? { outcome: { failure: { kind: 'cancelled' } }, auth: nobody };
	}

	async function wayIn(
		endpoint: Endpoint,
		memory: HostMemory,
		{ scheme, scope, elsewhere, refusedLogin }: Conversation,
		patience: Patience | undefined,
		signal: AbortSignal,
	): Promise<Grant> {
		if (!scheme || refusedLogin) { return { type: 'header', facts: nobody }; }
		const registry = elsewhere ?? new URL(originOf(endpoint, memory));
		const trust = scheme.type === 'bearer' ? realmTrust(registry, scheme.realm, endpoint.quirks) : 'login';
		if (trust === 'refused') {
			return {
				type: 'failure',
				failure: {
					kind: 'broken',
					detail: 'redirect-refused',
					message: `the token server ${scheme.type === 'bearer' ? scheme.realm.origin : ''} is not one that this registry may name`,
				},
				facts: nobody,
			};
		}
		const found = elsewhere ? {} : await credentials.find(endpoint.loginHost, endpoint.path);
		if (found.login) { hide(found.login); }
		return grant({
			scheme, scope, found, tokens, origin: registry.origin, loginAllowed: trust === 'login' && !elsewhere, maySkipProbe: endpoint.quirks.refusedAnonymous !== undefined, now: clock(),
			request: async ({ key, ...ask }) => {
				const run = (inner: AbortSignal): ReturnType<typeof requestToken> =>
					requestToken({ ...ask, now: clock, send: request => wire.send({ ...request, ...given(patience) }, inner) });
				const result = (key === '' ? await run(signal) : await flights.share(`token ${key}`, signal, run))
					?? { type: 'failure' as const, failure: { kind: 'cancelled' as const } };
				if (result.type === 'token') { mask.add(result.token.value); }
				return result;
			},
		});
	}

	async function askedBy(
		header: string | undefined,
		endpoint: Endpoint,
		memory: HostMemory,
		{ elsewhere }: Conversation,
		question: Question,
		signal: AbortSignal,
	): Promise<HttpOutcome> {
		const headers = header === undefined ? {} : { authorization: header };
		if (elsewhere) { return sendTo(elsewhere, question, headers, signal); }
		const ns = endpoint.ns === undefined ? '' : `${question.path.includes('?') ? '&' : '?'}ns=${encodeURIComponent(endpoint.ns)}`;
		return plain(endpoint, memory, `/${endpoint.path}${question.path}${ns}`, question, headers, signal);
	}

	async function schemeOf(
		endpoint: Endpoint,
		memory: HostMemory,
		answer: HttpAnswer,
		patience: Patience | undefined,
		signal: AbortSignal,
	): Promise<Scheme | undefined> {
		const offered = chooseScheme(parseChallenges(headersOf(answer, 'www-authenticate')), answer.url);
		// Some registries challenge only at their front door.
		return offered || headersOf(answer, 'www-authenticate').length > 0 ? offered : schemeAtDoor(endpoint, memory, patience, signal);
	}

	async function schemeAtDoor(endpoint: Endpoint, memory: HostMemory, patience: Patience | undefined, signal: AbortSignal): Promise<Scheme | undefined> {
		const { answer } = await plain(endpoint, memory, '/', { method: 'GET', path: '', maxBytes: 65536, ...given(patience) }, {}, signal);
		return answer && chooseScheme(parseChallenges(headersOf(answer, 'www-authenticate')), answer.url);
	}

	/**
	 * How to come with the saved login where nobody is told that there is nothing: a registry may hide what is private so, and Docker and
	 * skopeo, which knock at its front door first, would bring their login then. `undefined`: there is none, or the door is open.
	 */
	async function hiddenBehind(endpoint: Endpoint, memory: HostMemory, patience: Patience | undefined, signal: AbortSignal): Promise<Scheme | undefined> {
		if (memory.openDoor || !(await credentials.find(endpoint.loginHost, endpoint.path)).login) { return undefined; }
		const scheme = await schemeAtDoor(endpoint, memory, patience, signal);
		if (!scheme) { memory.openDoor = true; }
		// What opens the door is not what opens the repository.
		return scheme?.type === 'bearer'
			? { type: 'bearer', realm: scheme.realm, ...(scheme.service === undefined ? {} : { service: scheme.service }) }
			: scheme;
	}

	function hide(login: Login): void {
		mask.add(login.type === 'password' ? login.password : login.token);
		if (login.type === 'password') { mask.add(Buffer.from(`${login.username}:${login.password}`).toString('base64')); }
	}
}

type Reply = Omit<Asked, 'request'>;

const nobody: AuthFacts = { by: 'nobody', credentials: 'none' };

/** Challenge, token, a wider scope, once more: nobody needs more. */
const longestConversation = 4;

function given(patience: Patience | undefined): { readonly patience?: Patience } {
	return patience ? { patience } : {};
}

/** Could a challenge from an earlier process be why there is no answer? */
function mayBeOutOfDate({ outcome: { answer, failure }, auth }: Reply): boolean {
	// Who is silent, or wants a pause, is not asked twice.
	if (!answer) { return failure.kind === 'broken' || failure.kind === 'not-http' || (failure.kind === 'unreachable' && failure.cause !== 'timeout'); }
	return answer.status !== 429 && (auth.atToken === true || [400, 401, 403].includes(answer.status));
}

/** The host itself names the token server that was heard of. */
function isSameServer(heard: Scheme | undefined, offered: Scheme | undefined): boolean {
	return heard?.type === 'bearer' && offered?.type === 'bearer' && heard.realm.href === offered.realm.href && heard.service === offered.service;
}

/** Of the registry itself, wherever it sends us. */
function originOf(endpoint: Endpoint, memory: HostMemory): string {
	return new URL(`${memory.protocol ?? 'https:'}//${endpoint.host}`).origin;
}

/** Others need not wait any longer for the first word of this host. */
function settle(memory: HostMemory, arrived: () => void): void {
	memory.contacted = true;
	arrived();
}

function learnLimits(memory: HostMemory, answer: HttpAnswer): void {
	if (headerOf(answer, 'ratelimit-limit') !== undefined || headerOf(answer, 'docker-ratelimit-source') !== undefined) { memory.countsGets = true; }
}

function learnScheme(memory: HostMemory, endpoint: Endpoint, scheme: Scheme): void {
	memory.scheme = scheme;
	if (scheme.type === 'basic') { return; }
	if (scheme.scope === undefined) { memory.scopeTemplate = usualScope; return; }
	// `repository:team/app:pull`; the word `repository` may hold the path, several scopes name more than the image.
	const around = scheme.scope.split(`:${endpoint.path}:`);
	if (around.length === 2 && !scheme.scope.includes(' ')) { memory.scopeTemplate = around.join(':{path}:'); } else { delete memory.scopeTemplate; }
}
