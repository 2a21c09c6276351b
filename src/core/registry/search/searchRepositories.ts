import type { Lookup, Reference } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { asList, asRecord, parseJson } from '../content/jsonValues.ts';
import type { Asked } from '../client.ts';
import type { PortParts } from '../portParts.ts';
import type { Endpoint } from '../mirrors/endpoint.ts';
import { ownEndpoint } from '../mirrors/route.ts';
import { headerOf } from '../transport/httpAnswer.ts';
import { reasonOfOutcome } from '../verdicts/reasonOfOutcome.ts';
import type { FoundRepositories } from './foundRepository.ts';
import { searchServiceOf, type SearchService } from './searchService.ts';

const answerBytes = 2 * 1024 * 1024;
const catalogPage = 1000;
const catalogPages = 5;

/** Some repository of a registry: where it is asked is where others are looked for. */
export function anyRepositoryOf(domain: string): Reference | undefined {
	const parsed = parseReference(`${domain}/${probe}`);
	return parsed.ok ? parsed.reference : undefined;
}

/**
 * Repositories of a registry whose names hold a text, the best first: by its own search where it has one (Docker Hub, Quay), else from
 * its catalogue (`GET /v2/_catalog`, at most 5,000 names). One request in the usual case.
 */
export async function searchRepositories(
	parts: Pick<PortParts, 'client' | 'wire' | 'routes' | 'evidence'>,
	domain: string,
	text: string,
	signal: AbortSignal,
): Promise<Lookup<FoundRepositories>> {
	const reference = anyRepositoryOf(domain);
	const own = reference && ownEndpoint(await parts.routes.of(reference));
	if (!own) { return { known: false, reason: 'blocked', evidence: parts.evidence(domain, undefined, undefined) }; }
	const service = searchServiceOf(own.host);
	return service ? bySearch(parts, domain, service, text, signal) : byCatalog(parts, domain, own, text, signal);
}

const probe = 'search';

async function bySearch(
	{ wire, evidence }: Pick<PortParts, 'wire' | 'evidence'>,
	domain: string,
	service: SearchService,
	text: string,
	signal: AbortSignal,
): Promise<Lookup<FoundRepositories>> {
	const path = service.path(text);
	const outcome = await wire.send(
		{ url: new URL(path, `https://${service.host}`), method: 'GET', headers: { accept: 'application/json' }, maxBytes: answerBytes },
		signal,
	);
	const said = evidence(domain, undefined, { outcome, auth: { by: 'nobody', credentials: 'none' }, request: `GET ${path.split('?')[0]}` });
	const value = outcome.answer?.status === 200 ? service.read(parseJson(outcome.answer.body.toString('utf8'))) : undefined;
	return value ? { known: true, value, evidence: said } : { known: false, reason: reasonOfOutcome(outcome), evidence: said };
}

async function byCatalog(
	{ client, evidence }: Pick<PortParts, 'client' | 'evidence'>,
	domain: string,
	endpoint: Endpoint,
	text: string,
	signal: AbortSignal,
): Promise<Lookup<FoundRepositories>> {
	const prefix = endpoint.path.replace(new RegExp(`(?:library/)?${probe}$`), '');
	const names = new Set<string>();
	let asked: Asked | undefined;
	let path: string | undefined = `?n=${catalogPage}`;
	for (let page = 0; path !== undefined && page < catalogPages; page++) {
		const next: Asked = await client.ask(
			{ ...endpoint, path: '_catalog' },
			{ method: 'GET', path, headers: { accept: 'application/json' }, maxBytes: answerBytes },
			signal,
		);
		const found = next.outcome.answer?.status === 200 && !next.auth.atToken ? asRecord(parseJson(next.outcome.answer.body.toString('utf8'))) : undefined;
		if (!found || !Array.isArray(found['repositories'])) {
			if (asked) { break; }
			return { known: false, reason: reasonOfOutcome(next.outcome), evidence: evidence(domain, endpoint, next) };
		}
		asked = next;
		const before = names.size;
		for (const name of asList(found['repositories'])) {
			if (typeof name === 'string' && name.startsWith(prefix)) { names.add(name.slice(prefix.length)); }
		}
		path = names.size === before ? undefined : next.outcome.answer && nextPage(headerOf(next.outcome.answer, 'link'));
	}
	const repositories = [...names]
		.filter(name => name.includes(text))
		.map(name => ({ name: domain === 'docker.io' ? name.replace(/^library\//, '') : `${domain}/${name}` }))
		.filter(({ name }) => parseReference(name).ok)
		.sort((a, b) => Number(!starts(a.name, text)) - Number(!starts(b.name, text)) || (a.name < b.name ? -1 : 1));
	return { known: true, value: { repositories, complete: path === undefined }, evidence: evidence(domain, endpoint, asked) };
}

/** Is the last part of a name the text, or does it begin with it? */
function starts(name: string, text: string): boolean {
	return name.slice(name.lastIndexOf('/') + 1).startsWith(text) || name.includes(`/${text}`);
}

/** The query of `Link: <…>; rel="next"`: nothing else of it is believed. */
function nextPage(link: string | undefined): string | undefined {
	return /<[^>?]{0,2000}(\?[^>]{1,2000})>\s*;[^,]*\brel\s*=\s*"?next\b/i.exec(link ?? '')?.[1];
}
