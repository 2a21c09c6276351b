/// <reference path="./undiciParts.d.ts" />
import sendRequest from 'undici/lib/api/api-request.js';
import { onAbort } from '../politeness/onAbort.ts';
import type { Patience } from '../politeness/patience.ts';
import { decodeBody } from './decodeBody.ts';
import type { Way } from './dispatchers.ts';
import { headerOf, type HttpFailure, type HttpOutcome } from './httpAnswer.ts';
import { networkFailure } from './networkFailure.ts';

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
}

/** Sends it once: no redirects, no retries, one clock over connecting, waiting and reading. */
export async function exchange(request: HttpRequest, through: Way, signal: AbortSignal): Promise<HttpOutcome> {
	if (signal.aborted) { return { failure: { kind: 'cancelled' } }; }
	const controller = new AbortController();
	let late = false;
	const stop = (): void => { controller.abort(); };
	const timer = setTimeout(() => { late = true; controller.abort(); }, request.timeoutMs);
	const sink = request.sink;
	const ignore = onAbort(signal, stop);
	let status: number | undefined;
	try {
		const response = await sendRequest.call(through.dispatcher, {
			origin: request.url.origin, path: request.url.pathname + request.url.search, method: request.method,
			headers: { ...request.headers, 'user-agent': userAgent }, signal: controller.signal,
			...(request.body === undefined ? {} : { body: request.body }),
		});
		status = response.statusCode;
		const chunks: Buffer[] = [];
		let size = 0;
		for await (const chunk of response.body as AsyncIterable<Buffer>) {
			if (sink && (status === 200 || status === 206)) {
				timer.refresh();
				if (await sink(chunk)) { continue; }
				response.body.on('error', () => undefined).destroy();
				break;
			}
			size += chunk.length;
			if (size > errorBytes && status >= 400) {
				// The words of an error are enough long before its end.
				response.body.on('error', () => undefined).destroy();
				break;
			}
			if (size > request.maxBytes) {
				response.body.on('error', () => undefined).destroy();
				return { failure: { kind: 'broken', detail: 'too-large', message: `more than ${request.maxBytes} bytes`, status } };
			}
			chunks.push(chunk);
		}
		const decoded = request.method === 'HEAD' ? { body: Buffer.alloc(0) } : decodeBody(Buffer.concat(chunks), headerOf(response, 'content-encoding'), request.maxBytes);
		if ('failure' in decoded) { return status >= 400 ? { answer: { status, headers: response.headers, body: Buffer.alloc(0), url: request.url } } : decoded; }
		return { answer: { status, headers: response.headers, body: decoded.body, url: request.url } };
	} catch (error) {
		return { failure: failureOf(error, { late, cancelled: signal.aborted, started: status !== undefined, proxied: through.proxy !== undefined, timeoutMs: request.timeoutMs }) };
	} finally {
		clearTimeout(timer);
		ignore();
	}
}

const userAgent = 'pullcheck';

/** As much of an error's body as is read. */
const errorBytes = 64 * 1024;

function failureOf(error: unknown, state: { readonly late: boolean; readonly cancelled: boolean; readonly started: boolean; readonly proxied: boolean; readonly timeoutMs: number }): HttpFailure {
	if (state.cancelled) { return { kind: 'cancelled' }; }
	if (state.late) { return { kind: 'unreachable', cause: 'timeout', message: `no complete answer within ${state.timeoutMs} ms` }; }
	const failure = networkFailure(error, state.proxied);
	// The head came, the rest did not: the server is there, its answer is not whole.
	if (state.started && failure.kind === 'unreachable') { return { kind: 'broken', detail: 'truncated', message: failure.message }; }
	return failure;
}
