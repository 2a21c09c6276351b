import { headerOf, type HttpAnswer } from '../transport/httpAnswer.ts';

const longest = 6 * 60 * 60 * 1000;

/**
 * When a limited host may be asked again (milliseconds since 1970): `Retry-After` in seconds or as a date (RFC 9110,
 * 10.2.3), else `ratelimit-reset` in seconds or Docker Hub's `x-ratelimit-reset`, a time of day in seconds since 1970. A date is read against the answer's own
 * `Date`, so a wrong clock on either side does no harm. At most six hours.
 */
export function retryAfter(answer: Pick<HttpAnswer, 'headers'>, now: number): number | undefined {
	const wait = fromRetryAfter(answer, now) ?? fromReset(answer, now);
	return wait === undefined ? undefined : now + Math.min(Math.max(wait, 0), longest);
}

function fromRetryAfter(answer: Pick<HttpAnswer, 'headers'>, now: number): number | undefined {
	const text = headerOf(answer, 'retry-after')?.trim();
	if (text === undefined || text === '') { return undefined; }
	if (/^\d{1,9}$/.test(text)) { return Number(text) * 1000; }
	const date = Date.parse(text);
	if (Number.isNaN(date)) { return undefined; }
	const theirs = Date.parse(headerOf(answer, 'date') ?? '');
	return date - (Number.isNaN(theirs) ? now : theirs);
}

function fromReset(answer: Pick<HttpAnswer, 'headers'>, now: number): number | undefined {
	const reset = numberOf(answer, 'ratelimit-reset') ?? numberOf(answer, 'x-ratelimit-reset') ?? numberOf(answer, 'x-retry-after');
	if (reset === undefined) { return undefined; }
	return reset > 1_000_000_000 ? reset * 1000 - now : reset * 1000;
}

function numberOf(answer: Pick<HttpAnswer, 'headers'>, name: string): number | undefined {
	const digits = /^\d{1,10}$/.exec(headerOf(answer, name)?.trim() ?? '')?.[0];
	return digits === undefined ? undefined : Number(digits);
}
