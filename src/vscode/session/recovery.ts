import type { Verdict } from '../../core/model/index.ts';

/** Without a time from the registry, this long after a failure. */
const usual = 60_000;

/** When to ask again after an answer that need not last: a time in milliseconds; `undefined` when the answer stands. */
export function retryAt(verdict: Verdict | undefined, now = Date.now()): number | undefined {
	switch (verdict?.verdict) {
		case 'rate-limited': return at(verdict.until, now);
		case 'unreachable': return at(verdict.nextTry, now);
		case 'unavailable': return now + usual;
		default: return undefined;
	}
}

function at(time: string | undefined, now: number): number {
	const parsed = time ? Date.parse(time) : Number.NaN;
	// A registry may name a moment in the past or in a year; neither may make us hammer or sleep.
	return Number.isNaN(parsed) ? now + usual : Math.min(Math.max(parsed, now + 5000), now + 6 * 3_600_000);
}
