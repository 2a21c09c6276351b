import type { UnreachableCause } from '../../model/index.ts';

/** A complete answer. `body` is at most the bytes that the request allowed. */
export interface HttpAnswer {
	readonly status: number;
	/** Lower-case names; repeated ones as a list. */
	readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
	readonly body: Buffer;
	/** URL that gave this answer, after redirects. */
	readonly url: URL;
}

/** Why there is no complete answer. */
export type HttpFailure =
	| { readonly kind: 'cancelled' }
	/** Not asked: the host said to wait. Milliseconds since 1970; `said` is false when it named no time. */
	| { readonly kind: 'limited'; readonly until: number; readonly said: boolean }
	| { readonly kind: 'unreachable'; readonly cause: UnreachableCause; readonly message: string; readonly issuer?: string }
	| {
		readonly kind: 'broken';
		readonly detail: 'too-large' | 'truncated' | 'garbage' | 'redirect-loop' | 'redirect-refused';
		readonly message: string;
		readonly status?: number
	}
	/** Something answers, but not in HTTP. */
	| { readonly kind: 'not-http'; readonly message: string };

/** An answer or why there is none; never both. */
export type HttpOutcome = { readonly answer: HttpAnswer; readonly failure?: undefined } | { readonly failure: HttpFailure; readonly answer?: undefined };

/** The first value of a header. */
export function headerOf(answer: Pick<HttpAnswer, 'headers'>, name: string): string | undefined {
	const value = answer.headers[name];
	return typeof value === 'string' || value === undefined ? value : value[0];
}

/** All values of a header. */
export function headersOf(answer: Pick<HttpAnswer, 'headers'>, name: string): readonly string[] {
	const value = answer.headers[name];
	return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
