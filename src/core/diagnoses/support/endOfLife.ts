/**
 * The release that a tag of a Docker Official Image names (`Debian 10`), when its makers' support had ended by January 2026.
 * Variants of the same release count: `18.04`, `bionic-20230301`, `14-alpine`; so does what an image is made from: `22-buster`.
 */
export function endOfLife(path: string, tag: string): string | undefined {
	const name = path.replace(/^library\//, '');
	const found = ended[name]?.find(({ pattern }) => pattern.test(tag))
		?? (path.startsWith('library/') ? bases.find(({ pattern }) => pattern.test(tag)) : undefined);
	if (!found) { return undefined; }
	return found.release.replace('#', found.pattern.exec(tag)?.[1] ?? '').trim();
}

/** `#` in a release is the version that the tag begins with. */
const ended: Readonly<Record<string, readonly { readonly pattern: RegExp; readonly release: string }[]>> = {
	debian: [
		{ pattern: /^(?:jessie|8)(?:$|[.-])/, release: 'Debian 8' }, { pattern: /^(?:stretch|9)(?:$|[.-])/, release: 'Debian 9' },
		{ pattern: /^(?:buster|10)(?:$|[.-])/, release: 'Debian 10' },
	],
	ubuntu: [
		{ pattern: /^(?:14\.04|trusty)(?:$|[.-])/, release: 'Ubuntu 14.04' }, { pattern: /^(?:16\.04|xenial)(?:$|[.-])/, release: 'Ubuntu 16.04' },
		{ pattern: /^(?:18\.04|bionic)(?:$|[.-])/, release: 'Ubuntu 18.04' }, { pattern: /^(?:20\.04|focal)(?:$|[.-])/, release: 'Ubuntu 20.04' },
	],
	centos: [{ pattern: /^(?:centos)?([678])(?:$|[.-])/, release: 'CentOS #' }],
	alpine: [{ pattern: /^(3\.(?:\d|1[0-8]))(?:$|[.-])/, release: 'Alpine #' }],
	node: [{ pattern: /^(\d|1[0-9]|21|23)(?:$|[.-])/, release: 'Node.js #' }],
	python: [{ pattern: /^(2)(?:$|[.-])/, release: 'Python #' }, { pattern: /^(3\.[0-9])(?:$|[.-])/, release: 'Python #' }],
	php: [{ pattern: /^([57](?:\.\d)?)(?:$|[.-])/, release: 'PHP #' }, { pattern: /^(8\.0)(?:$|[.-])/, release: 'PHP #' }],
	golang: [{ pattern: /^(1\.(?:\d|1\d|20))(?:$|[.-])/, release: 'Go #' }],
	ruby: [{ pattern: /^([12]\.\d|3\.[01])(?:$|[.-])/, release: 'Ruby #' }],
	postgres: [{ pattern: /^(9|1[0-3])(?:$|[.-])/, release: 'PostgreSQL #' }],
	mysql: [{ pattern: /^(5(?:\.\d)?)(?:$|[.-])/, release: 'MySQL #' }],
};

/** Names that official images put behind their version for the distribution below. */
const bases: readonly { readonly pattern: RegExp; readonly release: string }[] = [
	{ pattern: /-jessie(?:$|-)/, release: 'Debian 8' }, { pattern: /-stretch(?:$|-)/, release: 'Debian 9' }, { pattern: /-buster(?:$|-)/, release: 'Debian 10' },
	{ pattern: /-xenial(?:$|-)/, release: 'Ubuntu 16.04' }, { pattern: /-bionic(?:$|-)/, release: 'Ubuntu 18.04' }, { pattern: /-focal(?:$|-)/, release: 'Ubuntu 20.04' },
	{ pattern: /-alpine(3\.(?:\d|1[0-8]))(?:$|-)/, release: 'Alpine #' },
];
