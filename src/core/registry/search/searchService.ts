import { asList, asRecord, asSize, asText } from '../content/jsonValues.ts';
import type { FoundRepositories, FoundRepository } from './foundRepository.ts';

/** A search of a registry's own, outside the Distribution API. */
export interface SearchService {
	/** Host that is asked. */
	readonly host: string;
	/** Path and query of the request for a text. */
	path(text: string): string;
	/** Reads the answer; `undefined` when it is none. */
	read(body: unknown): FoundRepositories | undefined;
}

/** The search of Docker Hub that `docker search` uses, and that of Quay; `undefined`: the host has none that is known. */
export function searchServiceOf(host: string): SearchService | undefined {
	return services[host];
}

const atMost = 25;

const hub: SearchService = {
	host: 'index.docker.io',
	path: text => `/v1/search?q=${encodeURIComponent(text)}&n=${atMost}`,
	read(body) {
		const root = asRecord(body);
		if (!root || !Array.isArray(root['results'])) { return undefined; }
		const repositories = asList(root['results']).flatMap(entry => {
			const { name, description, star_count: stars, is_official: official } = asRecord(entry) ?? {};
			return found(asText(name)?.replace(/^library\//, ''), description, stars, official === true);
		});
		return { repositories, complete: (asSize(root['num_results']) ?? 0) <= repositories.length };
	},
};

const quay: SearchService = {
	host: 'quay.io',
	path: text => `/api/v1/find/repositories?query=${encodeURIComponent(text)}`,
	read(body) {
		const root = asRecord(body);
		if (!root || !Array.isArray(root['results'])) { return undefined; }
		const repositories = asList(root['results']).flatMap(entry => {
			const { kind, name, namespace, description, stars } = asRecord(entry) ?? {};
			const owner = asText(asRecord(namespace)?.['name']);
			return kind === 'repository' && owner !== undefined && asText(name) !== undefined
				? found(`quay.io/${owner}/${String(name)}`, description, stars, false)
				: [];
		});
		return { repositories, complete: root['has_additional'] !== true };
	},
};

const services: Readonly<Record<string, SearchService | undefined>> = { 'registry-1.docker.io': hub, 'quay.io': quay };

/** Only what a reference may be called: it is written into files. */
function found(name: string | undefined, description: unknown, stars: unknown, official: boolean): readonly FoundRepository[] {
	if (name === undefined || name.length > 255 || !/^(?:[a-z0-9.-]+\/)?[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/.test(name)) {
		return [];
	}
	const text = asText(description)?.replace(/\s+/g, ' ').trim().slice(0, 200);
	const count = asSize(stars);
	return [{ name, ...text ? { description: text } : {}, ...count === undefined ? {} : { stars: count }, ...official ? { official } : {} }];
}
