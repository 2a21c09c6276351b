/**
 * What `printf FORMAT WORDS…` writes; `undefined` for a format with more than `%s`, `%d`, `%b` and plain escapes. The format is used again
 * for the words that are left.
 */
export function formatPrintf(format: string, words: readonly string[]): string | undefined {
	if (/\\[^ntr\\"]|%(?:[^sdib]|$)/.test(format.replaceAll('%%', ''))) { return undefined; }
	const places = format.match(/%[sdib]/g)?.length ?? 0;
	let written = '';
	let left = words;
	do {
		const [...these] = left;
		written += format
			.replace(/%[sdib]/g, () => these.shift() ?? '')
			.replaceAll('%%', '%')
			.replace(/\\([ntr\\"])/g, (_, sign: string) => escapes[sign] ?? sign);
		left = left.slice(places);
	} while (places > 0 && left.length > 0);
	return written;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };
