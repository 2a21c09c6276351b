import type { Reference } from '../../model/index.ts';
import { withPath, withTag } from './verifiedCandidates.ts';

/** An image whose makers have stopped. */
export interface Deprecation {
	/** As people write it. */
	readonly name: string;
	readonly successor?: Reference;
}

/** The notice for an image; from the deprecation notices of the Docker Official Images and kaniko's archive notice. */
export function deprecation(reference: Reference): Deprecation | undefined {
	const { domain, path, tag } = reference;
	if (domain === 'gcr.io' && path === 'kaniko-project/executor') { return { name: `${domain}/${path}` }; }
	const name = domain === 'docker.io' ? /^library\/(?<name>[^/]+)$/.exec(path)?.groups?.['name'] : undefined;
	if (name === undefined) { return undefined; }
	if (name === 'openjdk' || name === 'java') {
		const successor = temurinTag(tag);
		const moved = withPath(reference, 'library/eclipse-temurin');
		return { name, ...(successor === undefined ? {} : { successor: successor === tag ? moved : withTag(moved, successor) }) };
	}
	if (name === 'amazonlinux') { return tag !== undefined && /^(?:1|2018\.03)(?:$|[.-])/.test(tag) ? { name: `${name}:${tag}` } : undefined; }
	return stopped.has(name) ? { name } : undefined;
}

const stopped = new Set(['centos', 'clearlinux', 'clefos', 'emqx', 'liquibase', 'mongo-express', 'notary', 'php-zendserver', 'plone', 'unit']);

/** The tag of eclipse-temurin for one of openjdk: same major version and kind; only variants that both have. */
function temurinTag(tag: string | undefined): string | undefined {
	const parts = /^(?<major>8|11|17|21)(?:[.u]?[\w.]*?)?(?<kind>-jdk|-jre)?(?<rest>(?:-[a-z][\w.]*)*)$/.exec(tag ?? '')?.groups;
	if (!parts) { return undefined; }
	const rest = parts['rest'] ?? '';
	if (/windows|nanoserver|oracle/.test(rest)) { return undefined; }
	return `${parts['major'] ?? ''}${parts['kind'] ?? ''}${/alpine/.test(rest) ? '-alpine' : ''}`;
}
