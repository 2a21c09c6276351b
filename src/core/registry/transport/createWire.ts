import type { HostHealth } from '../politeness/hostHealth.ts';
import type { Limiter } from '../politeness/limiter.ts';
import { retryAfter } from '../politeness/retryAfter.ts';
import { issuerOf } from '../trust/issuerOf.ts';
import type { Trust } from '../trust/createTrust.ts';
import type { Dispatchers, HostTrust, Way } from './dispatchers.ts';
import { exchange, type HttpRequest } from './exchange.ts';
import { follow } from './follow.ts';
import type { HttpFailure, HttpOutcome } from './httpAnswer.ts';
import { monotonic } from '../../util/monotonic.ts';

/** Sends requests politely: limits, pauses, redirects, one repeat of a connection that was cut. Counts and logs them. */
export interface Wire {
	send(request: Omit<HttpRequest, 'timeoutMs'>, signal: AbortSignal): Promise<HttpOutcome>;
	/** Hosts that are left alone. */
	readonly pauses: Pick<HostHealth, 'pause' | 'forgive'>;
	/** Requests that left this machine so far. */
	readonly requests: number;
}

/** What the wire is made from. */
export interface WireOptions {
	readonly dispatchers: Dispatchers;
	readonly trust: Trust;
	readonly limiter: Limiter;
	readonly health: HostHealth;
	readonly timeoutMs: number;
	readonly clock: () => number;
	/** Masked by the caller. */
	readonly log: (line: string) => void;
}

/** A wire over these pools and limits. */
export function createWire(options: WireOptions): Wire {
	let requests = 0;
	/** Ends what is being asked of a host. */
	const silences = new Map<string, AbortController>();

	/** Nothing when the settings name a proxy that is no address. */
	const wayTo = (url: URL, trust: HostTrust | undefined): Way | undefined => {
		try { return options.dispatchers.for(url, trust); } catch { return undefined; }
	};

	const once = async (request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> => {
		const { host } = request.url;
		const outcome = await options.limiter.run(host, signal, async () => {
			const failure = pausedFailure(options.health, host);
			if (failure) { return { failure }; }
			const trust = request.url.protocol === 'https:' ? await options.trust.of(host) : undefined;
			const through = wayTo(request.url, trust);
			if (!through) { return { failure: badProxy }; }
			const left = request.patience?.left ?? request.timeoutMs;
			if (left === 0) { return { failure: tooSlow }; }
			const started = monotonic();
			const answered = await unlessSilent(
				host,
				silence => exchange({ ...request, timeoutMs: Math.min(request.timeoutMs, left), onSent: () => { requests++; } }, through, [signal, silence]),
				signal,
			);
			request.patience?.spend(monotonic() - started);
			options.log(`${request.method} ${request.url.origin}${request.url.pathname} ${answered.answer ? answered.answer.status : describe(answered.failure)} ${Math.round(monotonic() - started)} ms`);
			return answered;
		});
		return outcome ?? { failure: { kind: 'cancelled' } };
	};

	/** Asks, until another question to the same host has waited in vain: then there is nothing to wait for here either. */
	const unlessSilent = async (host: string, ask: (silence: AbortSignal) => Promise<HttpOutcome>, signal: AbortSignal): Promise<HttpOutcome> => {
		const silence = silences.get(host) ?? new AbortController();
		silences.set(host, silence);
		const outcome = await ask(silence.signal);
		return silence.signal.aborted && !signal.aborted ? { failure: pausedFailure(options.health, host) ?? tooSlow } : outcome;
	};

	const judged = async (request: HttpRequest, signal: AbortSignal): Promise<HttpOutcome> => {
		let outcome = await once(request, signal);
		// A kept connection may have been closed just as we wrote to it; asking is harmless to repeat, for a token too.
		if (outcome.failure?.kind === 'unreachable' && outcome.failure.cause === 'reset') {
			outcome = await once(request, signal);
		}
		const { host } = request.url;
		if (outcome.failure?.kind === 'unreachable' && outcome.failure.cause === 'tls-untrusted' && await options.trust.widen(host)) {
			outcome = await once(request, signal);
		}
		if (outcome.failure) {
			if (options.health.pause(host)) { return outcome; }
			if (outcome.failure.kind === 'unreachable' && outcome.failure.cause.startsWith('tls-')) {
				const issuer = await issuerOf(request.url, wayTo(request.url, await options.trust.of(host))?.proxy, Math.min(options.timeoutMs, 2000));
				outcome = { failure: { ...outcome.failure, ...(issuer === undefined ? {} : { issuer }) } };
			}
			options.health.failed(host, outcome.failure);
			if (options.health.silent(host)) {
				silences.get(host)?.abort();
				silences.delete(host);
			}
			return outcome;
		}
		options.health.answered(host);
		if (outcome.answer.status === 503) { options.health.busy(host, retryAfter(outcome.answer, options.clock())); }
		if (outcome.answer.status === 429) { options.health.limited(host, retryAfter(outcome.answer, options.clock())); }
		return outcome;
	};

	return {
		pauses: options.health,
		get requests() { return requests; },
		send: (request, signal) => follow({ ...request, timeoutMs: options.timeoutMs }, one => judged(one, signal)),
	};
}

const badProxy: HttpFailure = { kind: 'unreachable', cause: 'proxy', message: 'the address of the proxy cannot be used' };

const tooSlow: HttpFailure = { kind: 'unreachable', cause: 'timeout', message: 'all answers together took too long' };

/** The failure that a paused host stands for; a limited one is told apart by {@link HostHealth.pause} itself. */
function pausedFailure(health: HostHealth, host: string): HttpFailure | undefined {
	const pause = health.pause(host);
	if (!pause) { return undefined; }
	return pause.kind === 'failing' ? pause.failure : { kind: 'limited', until: pause.until, said: pause.said };
}

function describe(failure: HttpFailure): string {
	switch (failure.kind) {
		case 'unreachable': return `${failure.cause}: ${failure.message}`;
		case 'broken': return `${failure.detail}: ${failure.message}`;
		case 'not-http': return `not http: ${failure.message}`;
		default: return failure.kind;
	}
}
