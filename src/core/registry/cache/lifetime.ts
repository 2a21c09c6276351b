import type { Verdict } from '../../model/index.ts';

/** How long "it exists" is believed of a digest: its content cannot change, but a registry may drop it. */
export const pinnedMs = 24 * 60 * 60 * 1000;
/** Content by digest is true as long as the process runs. */
export const forever = 365 * 24 * 60 * 60 * 1000;
const short = 60_000;

/** How long a verdict is believed, milliseconds; 0: not at all. Content by digest stays, absences and refusals soon change. */
export function lifetimeOf(verdict: Verdict, pinned: boolean, tagMaxAgeMs: number, now: number): number {
	const untilThen = (iso: string | undefined, otherwise: number): number => iso === undefined ? otherwise : Math.max(Date.parse(iso) - now, 0);
	switch (verdict.verdict) {
		case 'exists': return pinned ? pinnedMs : tagMaxAgeMs;
		case 'not-asked': return 0;
		case 'rate-limited': return untilThen(verdict.until, short);
		case 'unreachable': return untilThen(verdict.nextTry, Math.min(tagMaxAgeMs, 15_000));
		default: return Math.min(tagMaxAgeMs, short);
	}
}
