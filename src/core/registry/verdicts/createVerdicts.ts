import type { Reference, Verdict } from '../../model/index.ts';
import { createKeptVerdicts } from '../cache/keptVerdicts.ts';
import { lifetimeOf, pinnedMs } from '../cache/lifetime.ts';
import { createMemoryCache } from '../cache/memoryCache.ts';
import type { PendingWrites } from '../cache/pendingWrites.ts';
import type { ManifestStore } from '../content/manifestStore.ts';
import type { PortParts } from '../portParts.ts';
import { cancelled, unasked } from '../unasked.ts';
import type { TagLists } from './createTagLists.ts';
import { resolve, type Resolved, type ResolveContext } from './resolve.ts';

/** Verdicts by reference, each asked for once while it is fresh. */
export interface Verdicts {
	/** With `want: 'manifest'` an image that exists has its manifest in the store afterwards. */
	of(reference: Reference, want: 'existence' | 'manifest', signal: AbortSignal | undefined): Promise<Verdict>;
	/** Also when it is old. */
	known(reference: Reference): Verdict | undefined;
	/** In memory and on disk; without a reference: all. */
	forget(reference?: Reference): Promise<void>;
	/** References that somebody was asked about. */
	readonly lookups: number;
}

/** Memory, then disk, then the mirrors, then the registry. */
export function createVerdicts(parts: PortParts, manifests: ManifestStore, tagLists: TagLists, writes: PendingWrites): Verdicts {
	const { client, routes, health, flights, clock, evidence, disk, tagMaxAgeMs } = parts;
	const verdicts = createMemoryCache<Verdict>(clock, 5000);
	const keptVerdicts = disk && createKeptVerdicts(disk, parts.credentials, tagMaxAgeMs);
	const context: ResolveContext = { client, health, evidence, repositoryExists: tagLists.repositoryExists, patienceMs: parts.timeoutMs * 3 };
	let lookups = 0;
	return {
		get lookups() { return lookups; },
		known: reference => verdicts.peek(keyOf(reference)),
		async of(reference, want, signal) {
			const refused = unasked(parts, reference);
			if (refused) { return refused; }
			const key = keyOf(reference);
			const fresh = verdicts.get(key);
			if (fresh && (want === 'existence' || fresh.verdict !== 'exists')) { return cached(fresh); }
			if (signal?.aborted) { return cancelled(parts, reference); }
			return await flights.share(`${want} ${key}`, signal, inner => ask(reference, want, inner)) ?? cancelled(parts, reference);
		},
		async forget(reference) {
			const keys = reference ? [keyOf(reference)] : [...verdicts.keys()];
			for (const key of keys) {
				verdicts.delete(key);
				await disk?.forget(key);
			}
		},
	};

	async function ask(reference: Reference, want: 'existence' | 'manifest', signal: AbortSignal): Promise<Verdict> {
		const key = keyOf(reference);
		const earlier = verdicts.peek(key);
		const pinned = reference.digest !== undefined;
		if (want === 'existence' && !earlier) {
			const kept = await keptVerdicts?.find(key, pinned);
			if (kept) {
				verdicts.set(key, kept, pinned ? pinnedMs : tagMaxAgeMs);
				return cached(kept);
			}
		}
		lookups++;
		const route = await routes.of(reference);
		if (route.type === 'blocked') {
			return {
				verdict: 'not-asked',
				reason: 'blocked',
				evidence: evidence(reference.domain, undefined, undefined, { note: 'blocked in registries.conf' }),
			};
		}
		// What was there before is probably still there: one HEAD tells.
		const how = want === 'manifest' ? 'manifest' : earlier?.verdict === 'exists' ? 'head' : 'existence';
		let resolved: Resolved | undefined;
		const tried: string[] = [];
		for (const endpoint of route.endpoints) {
			resolved = await resolve(context, endpoint, { ...reference, path: endpoint.path }, how, signal);
			if (resolved.verdict.verdict === 'exists' || signal.aborted) { break; }
			if (endpoint.mirror) { tried.push(`${endpoint.host} (${resolved.verdict.verdict})`); }
		}
		const verdict = afterMirrors(resolved?.verdict ?? cancelled(parts, reference), tried);
		if (resolved?.manifest) { manifests.keep(resolved.manifest); }
		const lifetime = lifetimeOf(verdict, pinned, tagMaxAgeMs, clock());
		if (lifetime > 0 || verdict.verdict === 'exists') { verdicts.set(key, verdict, lifetime); }
		writes.add(keptVerdicts?.keep(key, verdict, resolved?.asker));
		return verdict;
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
