import type { UnknownReason, Verdict } from '../../model/index.ts';

/** Why there is no value, from the verdict that stands in its place. */
export function reasonOf(verdict: Verdict): UnknownReason {
	switch (verdict.verdict) {
		case 'not-asked': return verdict.reason;
		case 'tag-missing': case 'digest-missing': case 'repository-missing': case 'missing-or-private': return 'missing';
		case 'unavailable': return 'unreachable';
		case 'exists': return 'broken-answer';
		default: return verdict.verdict;
	}
}
