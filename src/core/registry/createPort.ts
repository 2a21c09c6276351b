import type { ImageConfig, Lookup, Manifest, Reference } from '../model/index.ts';
import { forever } from './cache/lifetime.ts';
import { createMemoryCache } from './cache/memoryCache.ts';
import { createPendingWrites } from './cache/pendingWrites.ts';
import { createManifestStore } from './content/manifestStore.ts';
import type { LayerListing } from './layers/layerListing.ts';
import { readLayerFiles } from './layers/readLayerFiles.ts';
import { longName } from './longName.ts';
import type { RegistryPort } from './port.ts';
import type { PortParts } from './portParts.ts';
import { quirksOf } from './quirks.ts';
import { readBlob } from './readBlob.ts';
import { readConfig } from './readConfig.ts';
import type { FoundRepositories } from './search/foundRepository.ts';
import { anyRepositoryOf, searchRepositories } from './search/searchRepositories.ts';
import type { ReadBase } from './tree/baseLayers.ts';
import { readReferrers } from './tree/readReferrers.ts';
import { readTree } from './tree/readTree.ts';
import { cancelled, unasked } from './unasked.ts';
import { createTagLists } from './verdicts/createTagLists.ts';
import { createVerdicts } from './verdicts/createVerdicts.ts';
import { refusedLookup } from './verdicts/refusedLookup.ts';

const megabyte = 1024 * 1024;
const largestBlob = 64 * megabyte;
const keptBlob = megabyte;

/** The port over its parts: memory, disk, one flight for one question, mirrors before the registry. */
export function createPort(parts: PortParts): RegistryPort {
	const { client, routes, health, flights, clock, evidence, disk } = parts;
	const writes = createPendingWrites();
	const manifests = createManifestStore(clock, disk, writes);
	const tagLists = createTagLists(parts);
	const verdicts = createVerdicts(parts, manifests, tagLists, writes);
	const configs = createMemoryCache<ImageConfig>(clock, 16 * megabyte, config => config.raw.length * 2 + 1000);
	const listings = createMemoryCache<LayerListing>(clock, 200_000, listing => listing.entries.length + 1);
	const searches = createMemoryCache<Lookup<FoundRepositories>>(clock, 100);

	const port: RegistryPort = {
		get statistics() { return { lookups: verdicts.lookups, requests: parts.wire.requests }; },
		known: reference => verdicts.known(reference) ?? unasked(parts, reference),
		check: (reference, signal) => verdicts.of(reference, 'existence', signal),
		tags: tagLists.of,
		tagsFrom: tagLists.from,
		manifest, config,
		inspect: (reference, options, signal) =>
			readTree(
				port,
				reference,
				options,
				signal,
				(subject, inner) => readReferrers(parts, port, reference, subject, inner),
				base => baseManifest(reference, base, signal),
			),
		longName: async (reference, signal) => unasked(parts, reference) ? undefined : longName(port, routes, reference, signal),
		blob: async (reference, of, signal) => {
			const refused = unasked(parts, reference);
			if (refused) { return refusedLookup(refused); }
			const { disk: _, ...undisked } = parts;
			// Large ones are not kept: they are asked for rarely.
			const answer = await readBlob(of.size > keptBlob ? undisked : parts, reference, of.digest, largestBlob, signal ?? new AbortController().signal);
			return answer.bytes
				? { known: true, value: answer.bytes.toString('utf8'), evidence: answer.evidence }
				: { known: false, reason: answer.reason, evidence: answer.evidence };
		},
		async layerFiles(reference, layer, options, signal) {
			const refused = unasked(parts, reference);
			if (refused) { return refusedLookup(refused); }
			const known = listings.get(layer.digest);
			if (known) { return atHand(reference, layer.digest, known); }
			const listing = await readLayerFiles(parts, reference, layer, options, signal ?? new AbortController().signal);
			if (listing.known && !listing.value.truncated) { listings.set(layer.digest, listing.value, forever); }
			return listing;
		},
		async search(domain, text, signal) {
			const some = anyRepositoryOf(domain);
			const refused = some && unasked(parts, some);
			if (refused) { return refusedLookup(refused); }
			const key = `${domain} ${text}`;
			const before = searches.get(key);
			if (before) { return { ...before, evidence: { ...before.evidence, cached: true } }; }
			const answer = await flights.share(`search ${key}`, signal, inner => searchRepositories(parts, domain, text, inner));
			if (answer?.known) { searches.set(key, answer, parts.tagMaxAgeMs); }
			return answer ?? { known: false, reason: 'cancelled', evidence: evidence(domain, undefined, undefined, { note: 'cancelled' }) };
		},
		async refresh(reference, all) {
			await writes.settled();
			parts.credentials.forget();
			client.forget();
			routes.forget();
			health.forgive(undefined, all === true);
			searches.clear();
			tagLists.forget(reference);
			await verdicts.forget(reference);
			if (reference || !all) { return; }
			manifests.clear();
			configs.clear();
			await disk?.clear();
		},
		async dispose() {
			await writes.settled();
			await disk?.close();
			await parts.dispose();
		},
	};
	return port;

	async function manifest(reference: Reference, signal?: AbortSignal): Promise<Lookup<Manifest>> {
		const refused = unasked(parts, reference);
		if (refused) { return refusedLookup(refused); }
		const kept = reference.digest === undefined ? undefined : await manifests.find(reference.digest);
		// Bytes with this digest need nobody to be asked: they cannot be others.
		if (kept) { return atHand(reference, kept.digest, kept, { mediaType: kept.mediaType }); }
		const countsGets = quirksOf(reference.domain).countsGets === true;
		const verdict = await verdicts.of(reference, reference.digest !== undefined && countsGets ? 'manifest' : 'existence', signal);
		if (verdict.verdict !== 'exists') { return refusedLookup(verdict); }
		const found = await manifests.find(verdict.digest);
		if (found) { return { known: true, value: found, evidence: verdict.evidence }; }
		// Where reading is free the tag is read anew: it may have moved, and some registries know their images by tag only.
		const again = reference.digest === undefined && !countsGets
			? reference : { ...reference, digest: verdict.digest, canonical: `${reference.repository}@${verdict.digest}` };
		const answer = await verdicts.of(again, 'manifest', signal);
		if (answer.verdict !== 'exists') { return refusedLookup(answer); }
		const value = await manifests.find(answer.digest);
		return value ? { known: true, value, evidence: answer.evidence } : { known: false, reason: 'broken-answer', evidence: answer.evidence };
	}

	/**
	 * A base image is read only at the registry that is asked anyway, and where that costs no pull: an annotation is foreign text and must
	 * not lead elsewhere.
	 */
	async function baseManifest(
		image: Reference,
		{ digest, reference }: Parameters<ReadBase>[0],
		signal: AbortSignal | undefined,
	): Promise<Manifest | undefined> {
		const known = digest === undefined ? undefined : await manifests.find(digest);
		if (known || !reference || reference.domain !== image.domain || quirksOf(image.domain).countsGets) { return known; }
		const wanted = digest === undefined ? reference : { ...reference, digest, canonical: `${reference.repository}@${digest}` };
		const answer = await manifest(wanted, signal);
		return answer.known ? answer.value : undefined;
	}

	async function config(reference: Reference, of: Manifest, signal?: AbortSignal): Promise<Lookup<ImageConfig>> {
		const digest = of.config?.digest ?? '';
		const refused = unasked(parts, reference);
		if (refused) { return refusedLookup(refused); }
		const found = configs.get(digest);
		if (found) { return atHand(reference, digest, found); }
		const answer = await flights.share(`config ${reference.repository} ${digest}`, signal, inner => readConfig(parts, reference, of, inner));
		if (answer?.known) { configs.set(digest, answer.value, forever); }
		return answer ?? refusedLookup(cancelled(parts, reference));
	}

	function atHand<T>(reference: Reference, digest: string, value: T, more: { readonly mediaType?: string } = {}): Lookup<T> {
		return { known: true, value, evidence: evidence(reference.domain, undefined, undefined, { cached: true, digest, ...more }) };
	}
}
