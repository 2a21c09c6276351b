/** Does a list of `host[:port]` patterns (`*` inside a label, `*.` for any subdomain) name this `host[:port]`? A pattern without port means any port. */
export function hostListed(patterns: readonly string[], host: string): boolean {
	const wanted = host.toLowerCase();
	const withoutPort = wanted.replace(/:\d+$/, '');
	return patterns.some(pattern => {
		const text = pattern.trim().toLowerCase().replace(/^https?:\/\//, '').replace(/\/.*$/, '');
		if (text === '') { return false; }
		const against = /:\d+$/.test(text) ? wanted : withoutPort;
		if (!text.includes('*')) { return text === against; }
		return matches(text, against);
	});
}

/** Greedy wildcard match without backtracking explosions. */
function matches(pattern: string, text: string): boolean {
	const parts = pattern.split('*');
	const first = parts[0] ?? '';
	const last = parts.at(-1) ?? '';
	if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) { return false; }
	let at = first.length;
	for (const part of parts.slice(1, -1)) {
		const found = text.indexOf(part, at);
		if (found === -1 || found + part.length > text.length - last.length) { return false; }
		at = found + part.length;
	}
	return true;
}
