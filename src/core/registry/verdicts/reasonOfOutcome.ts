import type { UnknownReason } from '../../model/index.ts';
import type { HttpOutcome } from '../transport/httpAnswer.ts';

/** Why a question other than "is it there" has no value, from what came back instead of a usable 200. */
export function reasonOfOutcome({ answer, failure }: HttpOutcome): UnknownReason {
	switch (failure?.kind) {
		case 'cancelled': return 'cancelled';
		case 'limited': return 'rate-limited';
		case 'unreachable': return 'unreachable';
		case 'broken': case 'not-http': return 'broken-answer';
		default: break;
	}
	switch (answer?.status) {
		case 401: return 'login-needed';
		case 403: return 'not-allowed';
		case 404: return 'missing';
		case 429: return 'rate-limited';
		default: return (answer?.status ?? 0) >= 500 ? 'unreachable' : 'broken-answer';
	}
}
