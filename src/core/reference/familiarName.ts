import type { Reference } from '../model/index.ts';
import { defaultDomain } from './splitName.ts';

/** The short name that people write, without tag and digest: `docker.io/library/node` is `node`, `docker.io/a/b` is `a/b`. */
export function familiarName({ domain, path, repository }: Pick<Reference, 'domain' | 'path' | 'repository'>): string {
	if (domain !== defaultDomain) { return repository; }
	return /^library\/([^/]+)$/.exec(path)?.[1] ?? path;
}
