import type { Reference } from '../model/index.ts';

/** The web page that shows a repository to people; `undefined` where the registry has none that can be told from the name. */
export function webAddress({ domain, path }: Pick<Reference, 'domain' | 'path'>): string | undefined {
	switch (domain) {
		case 'docker.io':
			return path.startsWith('library/') && path.indexOf('/', 8) === -1
				? `https://hub.docker.com/_/${path.slice('library/'.length)}`
				: `https://hub.docker.com/r/${path}`;
		case 'quay.io':
			return `https://quay.io/repository/${path}`;
		case 'public.ecr.aws':
			return `https://gallery.ecr.aws/${path}`;
		case 'mcr.microsoft.com':
			return `https://mcr.microsoft.com/artifact/mar/${path}`;
		default:
			// These hosts send a browser on to the repository's page.
			return domain === 'ghcr.io' || /^(?:[a-z]+\.)?gcr\.io$|-docker\.pkg\.dev$/.test(domain) ? `https://${domain}/${path}` : undefined;
	}
}
