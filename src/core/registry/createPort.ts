import type { ImageConfig, Lookup, Manifest, Reference, TagList, Verdict } from '../model/index.ts';
import { parseManifest } from './content/parseManifest.ts';
import type { LayerListing } from './layers/layerListing.ts';
import type { ReadBase } from './tree/baseLayers.ts';
import { readTree } from './tree/readTree.ts';
import type { DiskCache } from './cache/diskCache.ts';
import { createKeptVerdicts } from './cache/keptVerdicts.ts';
import { lifetimeOf, pinnedMs } from './cache/lifetime.ts';
import { createMemoryCache } from './cache/memoryCache.ts';
import type { Client } from './client.ts';
import type { Credentials } from './credentials/createCredentials.ts';
import type { Endpoint } from './mirrors/endpoint.ts';
import type { Routes } from './mirrors/createRoutes.ts';
import type { Flights } from './politeness/flights.ts';
import type { HostHealth } from './politeness/hostHealth.ts';
import type { Patience } from './politeness/patience.ts';
import type { RegistryPort } from './port.ts';
import { longName } from './longName.ts';
import { quirksOf } from './quirks.ts';
import { readBlob } from './readBlob.ts';
import { readConfig } from './readConfig.ts';
import { readLayerFiles } from './layers/readLayerFiles.ts';
import { readReferrers } from './tree/readReferrers.ts';
import { hostListed } from './transport/hostPattern.ts';
import type { Wire } from './transport/createWire.ts';
import type { FoundRepositories } from './search/foundRepository.ts';
import { anyRepositoryOf, searchRepositories } from './search/searchRepositories.ts';
import { listTags, tagEvidence, type TagAnswer } from './verdicts/listTags.ts';
import type { EvidenceMaker } from './verdicts/makeEvidence.ts';
import { reasonOfOutcome } from './verdicts/reasonOfOutcome.ts';
import { refusedLookup } from './verdicts/refusedLookup.ts';
import { resolve, type Resolved, type ResolveContext } from './verdicts/resolve.ts';

/** The parts that `createRegistry` puts together. */
export interface PortParts {
	readonly client: Client;
	readonly wire: Wire;
	readonly routes: Routes;
	readonly health: HostHealth;
	readonly flights: Flights;
	readonly credentials: Credentials;
	readonly clock: () => number;
	readonly evidence: EvidenceMaker;
	readonly gate: () => 'offline' | 'untrusted' | undefined;
	readonly allowHosts: readonly string[];
	readonly denyHosts: readonly string[];
	readonly tagMaxAgeMs: number;
	/** Of one request, milliseconds. */
	readonly timeoutMs: number;
	readonly disk?: DiskCache;
	readonly dispose: () => Promise<void>;
}

const forever = 365 * 24 * 60 * 60 * 1000;
const megabyte = 1024 * 1024;
const largestBlob = 64 * megabyte;
const keptBlob = megabyte;

/** The port over its parts: memory, disk, one flight for one question, mirrors before the registry. */
export function createPort(parts: PortParts): RegistryPort {
	const { client, routes, health, flights, clock, evidence, disk } = parts;
	const verdicts = createMemoryCache<Verdict>(clock, 5000);
	const manifests = createMemoryCache<Manifest>(clock, 24 * megabyte, manifest => manifest.raw.length * 2 + 1000);
	const configs = createMemoryCache<ImageConfig>(clock, 16 * megabyte, config => config.raw.length * 2 + 1000);
	const listings = createMemoryCache<LayerListing>(clock, 200_000, listing => listing.entries.length + 1);
	const tagLists = createMemoryCache<Lookup<TagList>>(clock, 200_000, list => list.known ? list.value.tags.length + 1 : 1);
	const searches = createMemoryCache<Lookup<FoundRepositories>>(clock, 100);
	const tagAnswers = createMemoryCache<TagAnswer>(clock, 500);
	const keptVerdicts = disk && createKeptVerdicts(disk, parts.credentials, parts.tagMaxAgeMs);
	let lookups = 0;
	const writing = new Set<Promise<void>>();
	/** Answers do not wait for the disk; closing does. */
	const later = (write: Promise<void> | undefined): void => {
		if (!write) { return; }
		writing.add(write);
		void write.finally(() => writing.delete(write));
	};

	const context: ResolveContext = { client, health, evidence, repositoryExists, patienceMs: parts.timeoutMs * 3 };
	const port: RegistryPort = {
		get statistics() { return { lookups, requests: parts.wire.requests }; },
		known: reference => verdicts.peek(keyOf(reference)) ?? unasked(reference),
		check: (reference, signal) => verdictOf(reference, 'existence', signal),
		tags, tagsFrom, manifest, config,
		inspect: (reference, options, signal) => readTree(port, reference, options, signal, (subject, inner) => readReferrers(parts, port, reference, subject, inner), base => baseManifest(reference, base, signal)),
		longName: async (reference, signal) => unasked(reference) ? undefined : longName(port, routes, reference, signal),
		blob: async (reference, of, signal) => {
			const refused = unasked(reference);
			if (refused) { return refusedLookup(refused); }
			const { disk: _, ...undisked } = parts;
			// Large ones are not kept: they are asked for rarely.
			const answer = await readBlob(of.size > keptBlob ? undisked : parts, reference, of.digest, largestBlob, signal ?? new AbortController().signal);
			return answer.bytes ? { known: true, value: answer.bytes.toString('utf8'), evidence: answer.evidence } : { known: false, reason: answer.reason, evidence: answer.evidence };
		},
		async layerFiles(reference, layer, options, signal) {
			const refused = unasked(reference);
			if (refused) { return refusedLookup(refused); }
			const known = listings.get(layer.digest);
			if (known) { return { known: true, value: known, evidence: evidence(reference.domain, undefined, undefined, { cached: true, digest: layer.digest }) }; }
			const listing = await readLayerFiles(parts, reference, layer, options, signal ?? new AbortController().signal);
			if (listing.known && !listing.value.truncated) { listings.set(layer.digest, listing.value, forever); }
			return listing;
		},
		async search(domain, text, signal) {
			const some = anyRepositoryOf(domain);
			const refused = some && unasked(some);
			if (refused) { return refusedLookup(refused); }
			const key = `${domain} ${text}`;
			const before = searches.get(key);
			if (before) { return { ...before, evidence: { ...before.evidence, cached: true } }; }
			const answer = await flights.share(`search ${key}`, signal, inner => searchRepositories(parts, domain, text, inner));
			if (answer?.known) { searches.set(key, answer, parts.tagMaxAgeMs); }
			return answer ?? { known: false, reason: 'cancelled', evidence: evidence(domain, undefined, undefined, { note: 'cancelled' }) };
		},
		async refresh(reference, all) {
			await Promise.all(writing);
			parts.credentials.forget();
			client.forget();
			routes.forget();
			health.forgive(undefined, all === true);
			tagAnswers.clear();
			searches.clear();
			if (reference) {
				verdicts.delete(keyOf(reference));
				for (const key of tagLists.keys()) { if (key.split(' ')[0] === reference.repository) { tagLists.delete(key); } }
				await disk?.forget(keyOf(reference));
				return;
			}
			for (const key of verdicts.keys()) { await disk?.forget(key); }
			verdicts.clear();
			tagLists.clear();
			if (!all) { return; }
			manifests.clear();
			configs.clear();
			await disk?.clear();
		},
		async dispose() {
			await Promise.all(writing);
			await disk?.close();
			await parts.dispose();
		},
	};
	return port;

	/** A base image is read only at the registry that is asked anyway, and where that costs no pull: an annotation is foreign text and must not lead elsewhere. */
	async function baseManifest(image: Reference, { digest, reference }: Parameters<ReadBase>[0], signal: AbortSignal | undefined): Promise<Manifest | undefined> {
		const known = digest === undefined ? undefined : await byDigest(digest);
		if (known || !reference || reference.domain !== image.domain || quirksOf(image.domain).countsGets) { return known; }
		const wanted = digest === undefined ? reference : { ...reference, digest, canonical: `${reference.repository}@${digest}` };
		const answer = await manifest(wanted, signal);
		return answer.known ? answer.value : undefined;
	}

	/** Why nobody is asked about this host. */
	function unasked(reference: Reference): Verdict | undefined {
		const host = reference.domain;
		const because = parts.gate()
			?? (hostListed(parts.denyHosts, host) || (parts.allowHosts.length > 0 && !hostListed(parts.allowHosts, host)) ? 'host-not-allowed' as const : undefined);
		return because && { verdict: 'not-asked', reason: because, evidence: evidence(host, undefined, undefined, { note: because }) };
	}

	function cancelled(reference: Reference): Verdict {
		return { verdict: 'not-asked', reason: 'cancelled', evidence: evidence(reference.domain, undefined, undefined, { note: 'cancelled' }) };
	}

	async function verdictOf(reference: Reference, want: 'existence' | 'manifest', signal: AbortSignal | undefined): Promise<Verdict> {
		const refused = unasked(reference);
		if (refused) { return refused; }
		const key = keyOf(reference);
		const fresh = verdicts.get(key);
		if (fresh && (want === 'existence' || fresh.verdict !== 'exists')) { return cached(fresh); }
		if (signal?.aborted) { return cancelled(reference); }
		return await flights.share(`${want} ${key}`, signal, inner => ask(reference, want, inner)) ?? cancelled(reference);
	}

	async function ask(reference: Reference, want: 'existence' | 'manifest', signal: AbortSignal): Promise<Verdict> {
		const key = keyOf(reference);
		const earlier = verdicts.peek(key);
		if (want === 'existence' && !earlier) {
			const pinned = reference.digest !== undefined;
			const kept = await keptVerdicts?.find(key, pinned);
			if (kept) {
				verdicts.set(key, kept, pinned ? pinnedMs : parts.tagMaxAgeMs);
				return cached(kept);
			}
		}
		lookups++;
		const route = await routes.of(reference);
		if (route.type === 'blocked') { return { verdict: 'not-asked', reason: 'blocked', evidence: evidence(reference.domain, undefined, undefined, { note: 'blocked in registries.conf' }) }; }
		// What was there before is probably still there: one HEAD tells.
		const how = want === 'manifest' ? 'manifest' : earlier?.verdict === 'exists' ? 'head' : 'existence';
		let resolved: Resolved | undefined;
		const tried: string[] = [];
		for (const endpoint of route.endpoints) {
			resolved = await resolve(context, endpoint, { ...reference, path: endpoint.path }, how, signal);
			if (resolved.verdict.verdict === 'exists' || signal.aborted) { break; }
			if (endpoint.mirror) { tried.push(`${endpoint.host} (${resolved.verdict.verdict})`); }
		}
		const verdict = afterMirrors(resolved?.verdict ?? cancelled(reference), tried);
		if (resolved?.manifest) { keep(resolved.manifest); }
		const lifetime = lifetimeOf(verdict, reference.digest !== undefined, parts.tagMaxAgeMs, clock());
		if (lifetime > 0 || verdict.verdict === 'exists') { verdicts.set(key, verdict, lifetime); }
		later(keptVerdicts?.keep(key, verdict, resolved?.asker));
		return verdict;
	}

	function keep(manifest: Manifest): void {
		if (manifests.get(manifest.digest)) { return; }
		manifests.set(manifest.digest, manifest, forever);
		// Kept with its header's type in the body or not at all: a file has no header.
		if (manifest.contentTypeMismatch === undefined && manifest.contentTypeBroken === undefined) { later(disk?.keepContent(manifest.digest, Buffer.from(manifest.raw))); }
	}

	async function byDigest(digest: string): Promise<Manifest | undefined> {
		const found = manifests.get(digest);
		if (found) { return found; }
		const bytes = await disk?.content(digest);
		const own = bytes && parseManifest(bytes, { digest });
		const manifest = own && own.raw.includes('"mediaType"') && own.contentTypeBroken === '' ? withoutBroken(own) : undefined;
		if (manifest) { manifests.set(digest, manifest, forever); }
		return manifest;
	}

	async function manifest(reference: Reference, signal?: AbortSignal): Promise<Lookup<Manifest>> {
		const refused = unasked(reference);
		if (refused) { return refusedLookup(refused); }
		const atHand = reference.digest === undefined ? undefined : await byDigest(reference.digest);
		// Bytes with this digest need nobody to be asked: they cannot be others.
		if (atHand) { return { known: true, value: atHand, evidence: evidence(reference.domain, undefined, undefined, { cached: true, digest: atHand.digest, mediaType: atHand.mediaType }) }; }
		const direct = reference.digest !== undefined && quirksOf(reference.domain).countsGets === true;
		const verdict = await verdictOf(reference, direct ? 'manifest' : 'existence', signal);
		if (verdict.verdict !== 'exists') { return refusedLookup(verdict); }
		const found = await byDigest(verdict.digest);
		if (found) { return { known: true, value: found, evidence: verdict.evidence }; }
		// Where reading is free the tag is read anew: it may have moved, and some registries know their images by tag only.
		const again = reference.digest === undefined && quirksOf(reference.domain).countsGets !== true
			? reference : { ...reference, digest: verdict.digest, canonical: `${reference.repository}@${verdict.digest}` };
		const answer = await verdictOf(again, 'manifest', signal);
		if (answer.verdict !== 'exists') { return refusedLookup(answer); }
		const value = await byDigest(answer.digest);
		return value ? { known: true, value, evidence: answer.evidence } : { known: false, reason: 'broken-answer', evidence: answer.evidence };
	}

	async function tags(reference: Reference, signal?: AbortSignal): Promise<Lookup<TagList>> {
		const refused = unasked(reference);
		if (refused) { return refusedLookup(refused); }
		const key = reference.repository;
		const fresh = tagLists.get(key);
		if (fresh) { return { ...fresh, evidence: { ...fresh.evidence, cached: true } }; }
		const answer = await flights.share(`tags ${key}`, signal, async inner => {
			const route = await routes.of(reference);
			const own = route.type === 'ask' ? route.endpoints.at(-1) : undefined;
			if (!own) { return refusedLookup({ verdict: 'not-asked', reason: 'blocked', evidence: evidence(reference.domain, undefined, undefined) }); }
			const list = lookupOf(reference.domain, own, await tagsAt(own, inner));
			if (list.known || !['cancelled', 'rate-limited'].includes(list.reason)) { tagLists.set(key, list, list.known ? parts.tagMaxAgeMs : Math.min(parts.tagMaxAgeMs, 60_000)); }
			return list;
		});
		return answer ?? refusedLookup(cancelled(reference));
	}

	async function tagsFrom(reference: Reference, prefix: string, signal?: AbortSignal): Promise<Lookup<TagList>> {
		const all = await tags(reference, signal);
		if (!all.known || all.value.complete || prefix === '') { return all; }
		const key = `${reference.repository} ${prefix}`;
		const route = await routes.of(reference);
		const own = route.type === 'ask' ? route.endpoints.at(-1) : undefined;
		const page = tagLists.get(key) ?? (own && await flights.share(`tags ${key}`, signal, async inner => lookupOf(reference.domain, own, await listTags(client, own, inner, undefined, prefix))));
		if (!page?.known) { return all; }
		tagLists.set(key, page, parts.tagMaxAgeMs);
		const found = new Set([...all.value.tags, ...page.value.tags].filter(tag => tag.startsWith(prefix)));
		// The page went past the last of them, or it was the last page.
		return { known: true, value: { tags: [...found], complete: page.value.complete || page.value.tags.some(tag => !tag.startsWith(prefix)) }, evidence: page.evidence };
	}

	async function tagsAt(endpoint: Endpoint, signal: AbortSignal, patience?: Patience): Promise<TagAnswer> {
		const key = `${endpoint.host}${endpoint.root}/${endpoint.path}`;
		const fresh = tagAnswers.get(key);
		if (fresh) { return fresh; }
		const answer = await flights.share(`tag list ${key}`, signal, inner => listTags(client, endpoint, inner, patience))
			?? { type: 'none' as const, asked: { outcome: { failure: { kind: 'cancelled' as const } }, auth: { by: 'nobody' as const, credentials: 'none' }, request: '' } };
		if (answer.asked.outcome.answer) { tagAnswers.set(key, answer, 60_000); }
		return answer;
	}

	function lookupOf(host: string, endpoint: Endpoint, answer: TagAnswer): Lookup<TagList> {
		const said = evidence(host, endpoint, answer.asked);
		if (answer.type === 'tags') { return { known: true, value: answer.value, evidence: tagEvidence(said, answer.value) }; }
		return { known: false, reason: reasonOfOutcome(answer.asked.outcome), evidence: said };
	}

	async function repositoryExists(endpoint: Endpoint, signal: AbortSignal, patience: Patience): Promise<boolean | undefined> {
		const answer = await tagsAt(endpoint, signal, patience);
		if (answer.type === 'tags') { return true; }
		const said = evidence(endpoint.host, endpoint, answer.asked);
		return said.status === 404 && said.code !== undefined ? false : undefined;
	}

	async function config(reference: Reference, of: Manifest, signal?: AbortSignal): Promise<Lookup<ImageConfig>> {
		const digest = of.config?.digest ?? '';
		const refused = unasked(reference);
		if (refused) { return refusedLookup(refused); }
		const found = configs.get(digest);
		if (found) { return { known: true, value: found, evidence: evidence(reference.domain, undefined, undefined, { cached: true, digest }) }; }
		const answer = await flights.share(`config ${reference.repository} ${digest}`, signal, inner => readConfig(parts, reference, of, inner));
		if (answer?.known) { configs.set(digest, answer.value, forever); }
		return answer ?? refusedLookup(cancelled(reference));
	}
}

function keyOf(reference: Reference): string {
	return reference.digest === undefined ? `${reference.repository}:${reference.tag ?? 'latest'}` : `${reference.repository}@${reference.digest}`;
}

/** Whoever reads why a registry failed wants to know that its mirrors did too. */
function afterMirrors(verdict: Verdict, tried: readonly string[]): Verdict {
	if (tried.length === 0 || verdict.verdict === 'exists' || verdict.evidence.note !== undefined) { return verdict; }
	return { ...verdict, evidence: { ...verdict.evidence, note: `mirrors asked before: ${tried.join(', ')}` } };
}

function cached(verdict: Verdict): Verdict {
	return { ...verdict, evidence: { ...verdict.evidence, cached: true } };
}

/** Bytes from disk come without a header, which is no fault of the registry. */
function withoutBroken(manifest: Manifest): Manifest {
	const { contentTypeBroken: _, ...rest } = manifest;
	return rest;
}

