import type { Evidence } from '../../model/index.ts';
import type { Asked } from '../client.ts';
import type { Mask } from '../mask.ts';
import type { Endpoint } from '../mirrors/endpoint.ts';
import { headerOf, type HttpAnswer } from '../transport/httpAnswer.ts';
import { errorOf } from './registryError.ts';
import { warningsOf } from './warningsOf.ts';

/** Makes evidence: the host as named, who really answered, the words of the answer, no secret. */
export interface EvidenceMaker {
	(host: string, endpoint: Endpoint | undefined, asked: Asked | undefined, more?: Partial<Evidence>): Evidence;
}

/** Texts of strangers are masked, freed of control characters and cut to 200 characters. */
export function createEvidenceMaker(clock: () => number, mask: Mask): EvidenceMaker {
	const clean = (text: string): string => mask(text).replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim().slice(0, 200);
	return (host, endpoint, asked, more = {}) => {
		const answer = asked?.outcome.answer;
		const error = answer && answer.status >= 400 ? errorOf(answer) : undefined;
		const failure = asked?.outcome.failure;
		const message = error?.message ?? (failure && 'message' in failure ? failure.message : undefined);
		const trouble = asked?.auth.trouble;
		const odd: Evidence['savedLogin'] = trouble ? { kind: `helper-${trouble.state}`, helper: trouble.helper, source: trouble.source } : asked?.auth.odd;
		const remaining = answer && remainingOf(answer);
		const limit = answer && limitOf(answer);
		const warnings = answer ? warningsOf(answer).map(clean) : [];
		const note = asked?.auth.note ?? (trouble ? `${trouble.helper}: ${trouble.message}` : undefined);
		return {
			host, at: new Date(clock()).toISOString(), cached: false,
			...(endpoint && endpoint.host !== host ? { endpoint: endpoint.host } : {}),
			...(asked ? { request: clean(asked.request), credentials: asked.auth.credentials } : {}),
			...(answer ? { status: answer.status } : {}),
			...(error?.code === undefined ? {} : { code: clean(error.code) }),
			...(message === undefined ? {} : { message: clean(message) }),
			...(note === undefined ? {} : { note: clean(note) }),
			...(remaining === undefined ? {} : { remaining }),
			...(limit === undefined ? {} : { limit }),
			...(warnings.length === 0 ? {} : { warnings }),
			...(odd === undefined ? {} : { savedLogin: odd }),
			...more,
		};
	};
}

/** Docker Hub's `ratelimit-remaining: 76;w=21600`: the number, the window left out. */
function remainingOf(answer: HttpAnswer): number | undefined {
	const written = /^\s*(\d{1,9})\s*(?:;|$)/.exec(headerOf(answer, 'ratelimit-remaining') ?? '')?.[1];
	return written === undefined ? undefined : Number(written);
}

/** `ratelimit-limit: 100;w=21600`: pulls and seconds; `undefined` without a window. */
function limitOf(answer: HttpAnswer): Evidence['limit'] {
	const [, pulls, seconds] = /^\s*(\d{1,9})\s*;\s*w=(\d{1,7})\s*$/.exec(headerOf(answer, 'ratelimit-limit') ?? '') ?? [];
	return pulls === undefined || !Number(seconds) ? undefined : { pulls: Number(pulls), seconds: Number(seconds) };
}
