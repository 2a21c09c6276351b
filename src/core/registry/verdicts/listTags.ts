import type { Evidence, TagList } from '../../model/index.ts';
import { asList, asRecord, parseJson } from '../content/jsonValues.ts';
import type { Asked, Client } from '../client.ts';
import type { Endpoint } from '../mirrors/endpoint.ts';
import type { Patience } from '../politeness/patience.ts';
import { headersOf, type HttpAnswer } from '../transport/httpAnswer.ts';
import { monotonic } from '../../util/monotonic.ts';

const pageBytes = 2 * 1024 * 1024;
const allPages = 10;
/** Milliseconds after which no further page is asked for. */
const pagesWithin = 8000;

/** Tags, or the answer that was none. */
export type TagAnswer = { readonly type: 'tags'; readonly value: TagList; readonly asked: Asked } | { readonly type: 'none'; readonly asked: Asked };

/**
 * Reads `tags/list` page by page, at most ten; a later page that fails leaves the list incomplete. With a `prefix` only the one page
 * that begins there: tags come in the order of their letters.
 */
export async function listTags(client: Client, endpoint: Endpoint, signal: AbortSignal, patience?: Patience, prefix?: string): Promise<TagAnswer> {
	const tags = new Set<string>();
	const maximumPages = prefix === undefined ? allPages : 1;
	let path: string | undefined = `/tags/list?n=1000${prefix === undefined ? '' : `&last=${encodeURIComponent(justBefore(prefix))}`}`;
	let asked: Asked | undefined;
	const began = monotonic();
	for (let page = 0; path !== undefined && page < maximumPages && monotonic() - began < pagesWithin; page++) {
		const next: Asked = await client.ask(
			endpoint,
			{ method: 'GET', path, headers: { accept: 'application/json' }, maxBytes: pageBytes, ...(patience ? { patience } : {}) },
			signal,
		);
		const found = next.outcome.answer?.status === 200 && !next.auth.atToken ? pageOf(next.outcome.answer) : undefined;
		if (!found) { return asked ? { type: 'tags', value: { tags: [...tags], complete: false }, asked } : { type: 'none', asked: next }; }
		asked = next;
		const before = tags.size;
		for (const tag of found) { tags.add(tag); }
		const link = nextPage(next.outcome.answer as HttpAnswer, endpoint);
		// A page that brings nothing new would go on for ever.
		path = tags.size === before || link === path ? undefined : link;
	}
	return { type: 'tags', value: { tags: [...tags], complete: path === undefined }, asked: asked as Asked };
}

/** What stands before a text and all that begins with it, and after nearly everything else. */
function justBefore(text: string): string {
	return `${text.slice(0, -1)}${String.fromCharCode(text.charCodeAt(text.length - 1) - 1)}zzzz`;
}

/** For the evidence of a tag list. */
export function tagEvidence(evidence: Evidence, list: TagList): Evidence {
	return { ...evidence, tagsRead: list.tags.length };
}

function pageOf(answer: HttpAnswer): readonly string[] | undefined {
	const root = asRecord(parseJson(answer.body.toString('utf8')));
	if (!root || !('tags' in root)) { return undefined; }
	return asList(root['tags']).filter((tag): tag is string => typeof tag === 'string' && /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(tag));
}

/** The path after the repository of `Link: <…>; rel="next"` (RFC 8288). Only the query of a link is believed: some registries forget their prefix. */
function nextPage(answer: HttpAnswer, endpoint: Endpoint): string | undefined {
	for (const link of headersOf(answer, 'link')) {
		const target = [...link.matchAll(/<([^>]{1,2000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g)].find(([, , parameters]) =>
			/;\s*rel\s*=\s*"?(?:[^"]*\s)?next\b/i.test(parameters ?? ''))?.[1];
		if (target === undefined || !URL.canParse(target, answer.url.href)) { continue; }
		const url = new URL(target, answer.url);
		if (url.host === endpoint.host || url.host === answer.url.host) { return url.search === '' ? undefined : `/tags/list${url.search}`; }
	}
	return undefined;
}
