import { createHash } from 'node:crypto';
import type { Descriptor, Lookup, Reference } from '../../model/index.ts';
import { createDecompressor } from './decompressor.ts';
import { createTarReader } from './createTarReader.ts';
import type { LayerListing } from './layerListing.ts';
import { ownEndpoint } from '../mirrors/route.ts';
import type { PortParts } from '../portParts.ts';
import { reasonOfOutcome } from '../verdicts/reasonOfOutcome.ts';

const limits = { entries: 100_000, bytes: 4 * 1024 * 1024 * 1024 };
const largestLayer = 2 * 1024 * 1024 * 1024;

/** Lists the files of a layer from the stream of its blob; nothing of it is kept but the names. The digest is checked when it was read to its end. */
export async function readLayerFiles(
	{ client, routes, evidence }: PortParts,
	reference: Reference,
	layer: Descriptor,
	options: { readonly onProgress?: (read: number, total: number) => void },
	signal: AbortSignal,
): Promise<Lookup<LayerListing>> {
	const endpoint = ownEndpoint(await routes.of(reference));
	if (!endpoint) { return { known: false, reason: 'blocked', evidence: evidence(reference.domain, undefined, undefined) }; }
	const hash = createHash('sha256');
	const tar = createTarReader(limits);
	const unpack = createDecompressor(chunk => tar.push(chunk));
	let read = 0;
	let stopped = false;
	const asked = await client.ask(endpoint, {
		method: 'GET', path: `/blobs/${layer.digest}`, maxBytes: 65536,
		sink: async chunk => {
			read += chunk.length;
			hash.update(chunk);
			options.onProgress?.(read, layer.size);
			stopped = read > largestLayer || !await unpack.push(chunk) || signal.aborted;
			return !stopped;
		},
	}, signal);
	const said = evidence(reference.domain, endpoint, asked, { digest: layer.digest });
	const { answer, failure } = asked.outcome;
	if (signal.aborted || failure?.kind === 'cancelled') { return { known: false, reason: 'cancelled', evidence: said }; }
	if (answer?.status !== 200 || asked.auth.atToken) { return { known: false, reason: reasonOfOutcome(asked.outcome), evidence: said }; }
	const whole = await unpack.end();
	const [algorithm, hex] = layer.digest.split(':');
	if (!stopped && algorithm === 'sha256' && hash.digest('hex') !== hex) {
		return { known: false, reason: 'broken-answer', evidence: { ...said, note: 'the bytes have another digest' } };
	}
	const value = tar.finish(!whole || stopped);
	return value
		? { known: true, value, evidence: said }
		: { known: false, reason: 'broken-answer', evidence: { ...said, note: 'this layer is no tar archive' } };
}
