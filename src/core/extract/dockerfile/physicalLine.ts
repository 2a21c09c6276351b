/** The longest line, in bytes of UTF-8 without its line end, that BuildKit reads. */
const longestLine = 65_535;

/** Where the line's content ends: without any `\r` and `\n`. */
export function contentEndOf(text: string, start: number, next: number): number {
	let at = next;
	while (at > start) {
		const code = text.charCodeAt(at - 1);
		if (code !== 0x0a && code !== 0x0d) { break; }
		at--;
	}
	return at;
}

/**
 * Where the text ends when the line is continued; -1 when it is not. The escape character is the last one but blanks and
 * no escape character stands before it.
 */
export function continuationAt(text: string, start: number, end: number, escape: string): number {
	const mark = escape.charCodeAt(0);
	let at = end - 1;
	while (at >= start) {
		const code = text.charCodeAt(at);
		if (code !== 0x20 && code !== 0x09) { break; }
		at--;
	}
	return at >= start && text.charCodeAt(at) === mark && (at === start || text.charCodeAt(at - 1) !== mark) ? at : -1;
}

/** True for a line that BuildKit's scanner does not take. */
export function isTooLong(text: string, start: number, next: number): boolean {
	if ((next - start) * 3 <= longestLine) { return false; }
	const end = text.charCodeAt(next - 1) === 0x0a ? next - 1 : next;
	let bytes = 0;
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
	}
	return bytes > longestLine;
}
