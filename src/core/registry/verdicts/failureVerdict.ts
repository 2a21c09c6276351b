import type { Evidence, Verdict } from '../../model/index.ts';
import type { HttpFailure } from '../transport/httpAnswer.ts';

/** The verdict when there was no complete answer. `nextTry` in milliseconds since 1970. */
export function failureVerdict(failure: HttpFailure, evidence: Evidence, nextTry: number | undefined): Verdict {
	switch (failure.kind) {
		case 'cancelled': return { verdict: 'not-asked', reason: 'cancelled', evidence };
		case 'limited': return { verdict: 'rate-limited', evidence, ...(failure.said ? { until: new Date(failure.until).toISOString() } : {}) };
		case 'not-http': return { verdict: 'not-a-registry', garbled: true, evidence };
		case 'broken': return { verdict: 'broken-answer', detail: failure.detail, evidence };
		case 'unreachable': return {
			verdict: 'unreachable', cause: failure.cause, evidence,
			...(failure.issuer === undefined ? {} : { issuer: failure.issuer }),
			...(nextTry === undefined ? {} : { nextTry: new Date(nextTry).toISOString() }),
		};
	}
}
