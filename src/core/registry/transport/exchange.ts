import { onAbort } from '../politeness/onAbort.ts';
import type { Patience } from '../politeness/patience.ts';
import { decodeBody } from './decodeBody.ts';
import type { Way } from './dispatchers.ts';
import { headerOf, type HttpAnswer, type HttpFailure, type HttpOutcome } from './httpAnswer.ts';
import { networkFailure } from './networkFailure.ts';
import { receive } from './receive.ts';

/** One request to one URL. */
export interface HttpRequest {
	readonly url: URL;
	readonly method: 'GET' | 'HEAD' | 'POST';
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	/** More bytes than this are a failure, not an answer. */
	readonly maxBytes: number;
	/** Milliseconds from the first packet to the last byte. */
	readonly timeoutMs: number;
	/** What is left for this and the other requests of the same question. */
	readonly patience?: Patience;
	/**
	 * Takes the body of a 200 piece by piece instead of keeping it; `false` ends the reading. `maxBytes` does not count
	 * then, and the clock starts anew with every piece.
	 */
	readonly sink?: (chunk: Buffer) => Promise<boolean>;
	/** Called when it goes out, which it does not where there is no connection. */
	readonly onSent?: () => void;
}

/** Sends it once: no redirects, no retries, one clock over connecting, waiting and reading. Each of the signals ends it. */
export async function exchange(request: HttpRequest, through: Way, signals: readonly AbortSignal[]): Promise<HttpOutcome> {
	const cancelled = (): boolean => signals.some(({ aborted }) => aborted);
	if (cancelled()) { return { failure: { kind: 'cancelled' } }; }
	const { url, sink } = request;
	const chunks: Buffer[] = [];
	let size = 0;
	let head: { readonly status: number; readonly headers: HttpAnswer['headers'] } | undefined;
	let late = false;
	const reception = receive(through.dispatcher, {
		origin: url.origin, path: url.pathname + url.search, method: request.method,
		headers: { ...request.headers, 'user-agent': userAgent },
		...(request.body === undefined ? {} : { body: request.body }),
	}, {
		sent() { request.onSent?.(); },
		head(status, headers) { head = { status, headers }; },
		body(chunk) {
			const status = head?.status ?? 0;
			if (sink && (status === 200 || status === 206)) {
				timer.refresh();
				return sink(chunk);
			}
			size += chunk.length;
			// The words of an error are enough long before its end.
			if (size > errorBytes && status >= 400) { return false; }
			chunks.push(chunk);
			return size <= request.maxBytes;
		},
	});
	const timer = setTimeout(() => { late = true; reception.stop(); }, request.timeoutMs);
	const ignore = signals.map(signal => onAbort(signal, reception.stop));
	try {
		await reception.done;
	} catch (error) {
		return { failure: failureOf(
			error,
			{ late, cancelled: cancelled(), started: head !== undefined, proxied: through.proxy !== undefined, timeoutMs: request.timeoutMs },
		) };
	} finally {
		clearTimeout(timer);
		ignore.forEach(one => { one(); });
	}
	const { status, headers } = head ?? { status: 0, headers: {} };
	if (size > request.maxBytes && status < 400) {
		return { failure: { kind: 'broken', detail: 'too-large', message: `more than ${request.maxBytes} bytes`, status } };
	}
	const decoded = request.method === 'HEAD'
		? { body: Buffer.alloc(0) }
		: decodeBody(Buffer.concat(chunks), headerOf({ headers }, 'content-encoding'), request.maxBytes);
	if ('failure' in decoded) { return status >= 400 ? { answer: { status, headers, body: Buffer.alloc(0), url } } : decoded; }
	return { answer: { status, headers, body: decoded.body, url } };
}

const userAgent = 'pullcheck';

/** As much of an error's body as is read. */
const errorBytes = 64 * 1024;

function failureOf(
	error: unknown,
	state: { readonly late: boolean; readonly cancelled: boolean; readonly started: boolean; readonly proxied: boolean; readonly timeoutMs: number },
): HttpFailure {
	if (state.cancelled) { return { kind: 'cancelled' }; }
	if (state.late) { return { kind: 'unreachable', cause: 'timeout', message: `no complete answer within ${state.timeoutMs} ms` }; }
	const failure = networkFailure(error, state.proxied);
	// The head came, the rest did not: the server is there, its answer is not whole.
	if (state.started && failure.kind === 'unreachable') { return { kind: 'broken', detail: 'truncated', message: failure.message }; }
	return failure;
}
