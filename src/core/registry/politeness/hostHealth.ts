import type { HttpFailure } from '../transport/httpAnswer.ts';

/** Why a host is left alone for now; `until` in milliseconds since 1970. */
export type Pause =
	| { readonly kind: 'limited'; readonly until: number; readonly said: boolean }
	| { readonly kind: 'failing'; readonly until: number; readonly failure: HttpFailure };

/** Remembers per host whether it may be asked: limits it set, and failures that concern every question alike. */
export interface HostHealth {
	pause(host: string): Pause | undefined;
	/** `until` absent: the host did not say; a minute. */
	limited(host: string, until: number | undefined): void;
	/** A server error that names a time; `until` absent: it named none, and others may be answered. */
	busy(host: string, until: number | undefined): void;
	failed(host: string, failure: HttpFailure): void;
	answered(host: string): void;
	/** It has never answered, and is paused for that. */
	silent(host: string): boolean;
	/** Forgets failures (of one host), not limits, unless `all`. */
	forgive(host?: string, all?: boolean): void;
}

const firstPause = 15_000;
const longestPause = 10 * 60_000;
const timeoutsBelieved = 3;

interface State { pause?: Pause; failures: number; timeouts: number; heard: boolean }

/** Failures pause a host for 15 s, doubling up to ten minutes. */
export function createHostHealth(clock: () => number): HostHealth {
	const hosts = new Map<string, State>();
	const of = (host: string): State => {
		const found = hosts.get(host) ?? { failures: 0, timeouts: 0, heard: false };
		hosts.set(host, found);
		return found;
	};
	return {
		pause(host) {
			const pause = hosts.get(host)?.pause;
			return pause && pause.until > clock() ? pause : undefined;
		},
		limited(host, until) { of(host).pause = { kind: 'limited', until: until ?? clock() + 60_000, said: until !== undefined }; },
		busy(host, until) {
			if (until !== undefined) {
				of(host).pause = {
					kind: 'failing',
					until: Math.min(until, clock() + longestPause),
					failure: { kind: 'unreachable', cause: 'network', message: 'the registry is out of order and asked to wait' },
				};
			}
		},
		failed(host, failure) {
			const state = of(host);
			if (!concernsHost(failure)) {
				if (failure.kind !== 'unreachable' || failure.cause !== 'timeout') { return; }
				// One question may hang for its own reasons; several in a row, or with never a word before, are the host.
				if (++state.timeouts < timeoutsBelieved && state.heard) { return; }
			}
			state.pause = { kind: 'failing', failure, until: clock() + Math.min(firstPause * 2 ** state.failures, longestPause) };
			state.failures++;
		},
		answered(host) {
			const state = of(host);
			state.failures = 0;
			state.timeouts = 0;
			state.heard = true;
		},
		silent(host) {
			const state = hosts.get(host);
			return state !== undefined && !state.heard && state.timeouts > 0;
		},
		forgive(host, all) {
			for (const [name, state] of hosts) {
				if ((host === undefined || host === name) && (all || state.pause?.kind === 'failing')) {
					hosts.set(name, { failures: 0, timeouts: 0, heard: state.heard });
				}
			}
		},
	};
}

function concernsHost(failure: HttpFailure): boolean {
	return failure.kind === 'unreachable' && !['timeout', 'reset'].includes(failure.cause);
}
