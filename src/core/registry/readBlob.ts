import type { Evidence, Reference, UnknownReason } from '../model/index.ts';
import type { PortParts } from './createPort.ts';
import { hasDigest } from './verdicts/verifyDigest.ts';

/** Bytes of a blob, checked against their digest. */
export type BlobAnswer = { readonly bytes: Buffer; readonly evidence: Evidence } | { readonly bytes?: undefined; readonly reason: UnknownReason; readonly evidence: Evidence };

/** Reads a small blob whole; at most `maxBytes`. */
export async function readBlob({ client, routes, evidence, disk }: Pick<PortParts, 'client' | 'routes' | 'evidence' | 'disk'>, reference: Reference, digest: string, maxBytes: number, signal: AbortSignal): Promise<BlobAnswer> {
	const kept = await disk?.content(digest);
	if (kept) { return { bytes: kept, evidence: evidence(reference.domain, undefined, undefined, { cached: true, digest }) }; }
	const route = await routes.of(reference);
	const endpoints = route.type === 'ask' ? route.endpoints : [];
	let last: BlobAnswer = { reason: 'blocked', evidence: evidence(reference.domain, undefined, undefined) };
	for (const endpoint of endpoints) {
		const asked = await client.ask(endpoint, { method: 'GET', path: `/blobs/${digest}`, maxBytes }, signal);
		const said = evidence(reference.domain, endpoint, asked, { digest });
		const { answer, failure } = asked.outcome;
		if (answer?.status === 200 && !asked.auth.atToken) {
			if (hasDigest(answer.body, digest) === false) { last = { reason: 'broken-answer', evidence: { ...said, note: 'the bytes have another digest' } }; continue; }
			await disk?.keepContent(digest, answer.body);
			return { bytes: answer.body, evidence: said };
		}
		const status = answer?.status ?? 0;
		const reason: UnknownReason = failure?.kind === 'cancelled' ? 'cancelled' : failure?.kind === 'limited' || status === 429 ? 'rate-limited'
			: failure?.kind === 'broken' ? 'broken-answer' : failure || status >= 500 ? 'unreachable' : status === 404 ? 'missing' : status === 401 || status === 403 ? 'not-allowed' : 'broken-answer';
		last = { reason, evidence: said };
	}
	return last;
}
