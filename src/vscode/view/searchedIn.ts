/** Where a typed name is searched for, and what for there: `quay.io/keyc` is `keyc` at quay.io, `ngin` is `ngin` at Docker Hub. */
export function searchedIn(typed: string): { readonly domain: string; readonly text: string } {
	const name = typed.trim().toLowerCase().replace(/^[a-z]+:\/\//, '');
	const slash = name.indexOf('/');
	const first = name.slice(0, Math.max(slash, 0));
	const [domain, rest] = /[.:]|^localhost$/.test(first) ? [first, name.slice(slash + 1)] : ['docker.io', name];
	// What stands behind a colon is a tag, and no part of the name.
	return { domain, text: rest.replace(/[:@].*$/, '').replace(/[^a-z0-9._/ -]/g, '').slice(0, 100) };
}
