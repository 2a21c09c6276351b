import type { Evidence, Reference, UnknownReason } from '../model/index.ts';
import type { PortParts } from './portParts.ts';
import { reasonOfOutcome } from './verdicts/reasonOfOutcome.ts';
import { hasDigest } from './verdicts/verifyDigest.ts';

/** Bytes of a blob, checked against their digest. */
export type BlobAnswer = { readonly bytes: Buffer; readonly evidence: Evidence }
	| { readonly bytes?: undefined; readonly reason: UnknownReason; readonly evidence: Evidence };

/** Reads a small blob whole; at most `maxBytes`. */
export async function readBlob(
	{ client, routes, evidence, disk }: Pick<PortParts, 'client' | 'routes' | 'evidence' | 'disk'>,
	reference: Reference,
	digest: string,
	maxBytes: number,
	signal: AbortSignal,
): Promise<BlobAnswer> {
	const kept = await disk?.content(digest);
	if (kept) { return { bytes: kept, evidence: evidence(reference.domain, undefined, undefined, { cached: true, digest }) }; }
	const route = await routes.of(reference);
	const endpoints = route.type === 'ask' ? route.endpoints : [];
	let last: BlobAnswer = { reason: 'blocked', evidence: evidence(reference.domain, undefined, undefined) };
	for (const endpoint of endpoints) {
		const asked = await client.ask(endpoint, { method: 'GET', path: `/blobs/${digest}`, maxBytes }, signal);
		const said = evidence(reference.domain, endpoint, asked, { digest });
		const { answer } = asked.outcome;
		if (answer?.status === 200 && !asked.auth.atToken) {
			if (hasDigest(answer.body, digest) === false) {
				last = { reason: 'broken-answer', evidence: { ...said, note: 'the bytes have another digest' } };
				continue;
			}
			await disk?.keepContent(digest, answer.body);
			return { bytes: answer.body, evidence: said };
		}
		last = { reason: reasonOfOutcome(asked.outcome), evidence: said };
	}
	return last;
}
