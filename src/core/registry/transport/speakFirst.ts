import type { HttpFailure, HttpOutcome } from './httpAnswer.ts';

/**
 * Finds out whether a host speaks http or https by trying in order; only an answer that shows the wrong protocol leads
 * to the next. When none works, the failure that says most is given.
 */
export async function speakFirst<P extends 'http:' | 'https:'>(
	protocols: readonly P[],
	send: (protocol: P) => Promise<HttpOutcome>,
): Promise<{ readonly outcome: HttpOutcome; readonly protocol: P }> {
	const first = protocols[0] as P;
	const outcome = await send(first);
	const second = protocols[1];
	if (second === undefined || !wrongProtocol(first, outcome)) { return { outcome, protocol: first }; }
	const other = await send(second);
	if (other.answer || tellsMore(other.failure)) { return { outcome: other, protocol: second }; }
	return { outcome, protocol: first };
}

function wrongProtocol(protocol: string, { answer, failure }: HttpOutcome): boolean {
	if (answer) { return protocol === 'http:' && answer.status === 400 && (answer.body.length === 0 || /https/i.test(answer.body.toString('latin1'))); }
	if (failure.kind === 'not-http') { return true; }
	if (failure.kind !== 'unreachable') { return false; }
	// A name may be known, and a way through, to the other protocol's proxy only.
	return protocol === 'http:'
		? ['reset', 'https-not-http'].includes(failure.cause)
		: ['reset', 'refused', 'http-not-https', 'tls-other', 'dns', 'proxy', 'network'].includes(failure.cause);
}

/** A failure about the certificate, or about what TLS is to be like, proves that TLS is spoken; a dead proxy is why nothing works. */
function tellsMore(failure: HttpFailure): boolean {
	return failure.kind === 'unreachable' && (failure.cause.startsWith('tls-') || failure.cause === 'proxy');
}
