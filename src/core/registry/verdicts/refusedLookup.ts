import type { Lookup, Verdict } from '../../model/index.ts';
import { reasonOf } from './reasonOf.ts';

/** A verdict that is no "exists", as the answer to any other question. */
export function refusedLookup(verdict: Verdict): Extract<Lookup<never>, { known: false }> {
	return { known: false, reason: reasonOf(verdict), evidence: verdict.evidence };
}
