/** Docker's reading of a name: which part is the registry, and what is left. */
export interface SplitName {
	/** `docker.io` when none is written. */
	readonly domain: string;
	/** Offset in the text where the rest begins; 0 when no domain is written. */
	readonly restStart: number;
	/** What follows the domain, with `library/` in front where Docker puts it. */
	readonly rest: string;
}

/** The registry of a name that has none. */
export const defaultDomain = 'docker.io';

/**
 * `splitDockerDomain` of distribution/reference: the first segment is a registry when it is `localhost`, holds `.` or `:`,
 * or has an upper-case letter; without a slash all is a repository name. Never fails: the grammar is checked elsewhere.
 */
export function splitName(text: string): SplitName {
	const slash = text.indexOf('/');
	if (slash === -1) { return { domain: defaultDomain, restStart: 0, rest: `library/${text}` }; }
	const first = text.slice(0, slash);
	if (!isDomain(first)) { return { domain: defaultDomain, restStart: 0, rest: text }; }
	const domain = first === 'index.docker.io' ? defaultDomain : first;
	const rest = text.slice(slash + 1);
	return {
		domain,
		restStart: slash + 1,
		rest: domain === defaultDomain && !rest.includes('/') ? `library/${rest}` : rest,
	};
}

const lowerAscii = /^[\x00-\x40\x5b-\x7f]*$/;

/** Go's `strings.ToLower`, which differs from JavaScript's at one letter. */
export function goLowerCase(text: string): string {
	return lowerAscii.test(text) ? text : text.replaceAll('\u0130', 'i').toLowerCase();
}

function isDomain(first: string): boolean {
	return first === 'localhost' || first.includes('.') || first.includes(':') || goLowerCase(first) !== first;
}
