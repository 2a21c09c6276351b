import type { Evidence, Lookup, Reference, TagList } from '../../model/index.ts';
import { createMemoryCache } from '../cache/memoryCache.ts';
import type { Endpoint } from '../mirrors/endpoint.ts';
import { ownEndpoint } from '../mirrors/route.ts';
import type { Patience } from '../politeness/patience.ts';
import type { PortParts } from '../portParts.ts';
import { cancelled, unasked } from '../unasked.ts';
import { listTags, tagEvidence, type TagAnswer } from './listTags.ts';
import { reasonOfOutcome } from './reasonOfOutcome.ts';
import { refusedLookup } from './refusedLookup.ts';

/** The tags of repositories, each list read once while it is fresh. */
export interface TagLists {
	/** See `RegistryPort.tags`. */
	of(reference: Reference, signal?: AbortSignal): Promise<Lookup<TagList>>;
	/** See `RegistryPort.tagsFrom`. */
	from(reference: Reference, prefix: string, signal?: AbortSignal): Promise<Lookup<TagList>>;
	/** Is there such a repository at this endpoint? `undefined` when its list of tags says nothing. */
	repositoryExists(endpoint: Endpoint, signal: AbortSignal, patience: Patience): Promise<boolean | undefined>;
	/** Without a reference: every list. */
	forget(reference?: Reference): void;
}

/** Tag lists at the registries themselves: a mirror need not know all tags. */
export function createTagLists(parts: Pick<PortParts, 'client' | 'routes' | 'flights' | 'clock' | 'evidence' | 'tagMaxAgeMs' | 'gate' | 'allowHosts' | 'denyHosts'>): TagLists {
	const { client, routes, flights, clock, evidence, tagMaxAgeMs } = parts;
	const lists = createMemoryCache<Lookup<TagList>>(clock, 200_000, list => list.known ? list.value.tags.length + 1 : 1);
	const answers = createMemoryCache<TagAnswer>(clock, 500);
	return {
		of,
		from,
		async repositoryExists(endpoint, signal, patience) {
			const answer = await readAt(endpoint, signal, patience);
			if (answer.type === 'tags') { return true; }
			const said = evidence(endpoint.host, endpoint, answer.asked);
			return said.status === 404 && said.code !== undefined ? false : undefined;
		},
		forget(reference) {
			answers.clear();
			if (!reference) { lists.clear(); return; }
			for (const key of lists.keys()) { if (key.split(' ')[0] === reference.repository) { lists.delete(key); } }
		},
	};

	async function of(reference: Reference, signal?: AbortSignal): Promise<Lookup<TagList>> {
		const refused = unasked(parts, reference);
		if (refused) { return refusedLookup(refused); }
		const key = reference.repository;
		const fresh = lists.get(key);
		if (fresh) { return { ...fresh, evidence: { ...fresh.evidence, cached: true } }; }
		const answer = await flights.share(`tags ${key}`, signal, async inner => {
			const own = ownEndpoint(await routes.of(reference));
			if (!own) { return refusedLookup({ verdict: 'not-asked', reason: 'blocked', evidence: evidence(reference.domain, undefined, undefined) }); }
			const list = lookupOf(own, await readAt(own, inner), reference.domain, evidence);
			if (list.known || !['cancelled', 'rate-limited'].includes(list.reason)) {
				lists.set(key, list, list.known ? tagMaxAgeMs : Math.min(tagMaxAgeMs, 60_000));
			}
			return list;
		});
		return answer ?? refusedLookup(cancelled(parts, reference));
	}

	async function from(reference: Reference, prefix: string, signal?: AbortSignal): Promise<Lookup<TagList>> {
		const all = await of(reference, signal);
		if (!all.known || all.value.complete || prefix === '') { return all; }
		const key = `${reference.repository} ${prefix}`;
		const own = ownEndpoint(await routes.of(reference));
		const page = lists.get(key)
			?? (own && await flights.share(`tags ${key}`, signal, async inner =>
				lookupOf(own, await listTags(client, own, inner, undefined, prefix), reference.domain, evidence)));
		if (!page?.known) { return all; }
		lists.set(key, page, tagMaxAgeMs);
		const found = new Set([...all.value.tags, ...page.value.tags].filter(tag => tag.startsWith(prefix)));
		// The page went past the last of them, or it was the last page.
		return {
			known: true,
			value: { tags: [...found], complete: page.value.complete || page.value.tags.some(tag => !tag.startsWith(prefix)) },
			evidence: page.evidence,
		};
	}

	async function readAt(endpoint: Endpoint, signal: AbortSignal, patience?: Patience): Promise<TagAnswer> {
		const key = `${endpoint.host}${endpoint.root}/${endpoint.path}`;
		const fresh = answers.get(key);
		if (fresh) { return fresh; }
		const answer = await flights.share(`tag list ${key}`, signal, inner => listTags(client, endpoint, inner, patience))
			?? {
				type: 'none' as const,
				asked: { outcome: { failure: { kind: 'cancelled' as const } }, auth: { by: 'nobody' as const, credentials: 'none' }, request: '' },
			};
		if (answer.asked.outcome.answer) { answers.set(key, answer, 60_000); }
		return answer;
	}
}

function lookupOf(endpoint: Endpoint, answer: TagAnswer, host: string, evidence: PortParts['evidence']): Lookup<TagList> {
	const said: Evidence = evidence(host, endpoint, answer.asked);
	if (answer.type === 'tags') { return { known: true, value: answer.value, evidence: tagEvidence(said, answer.value) }; }
	return { known: false, reason: reasonOfOutcome(answer.asked.outcome), evidence: said };
}
