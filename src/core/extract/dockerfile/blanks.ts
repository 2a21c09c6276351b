/** Go's `unicode.IsSpace`: what BuildKit trims from lines and words. Not JavaScript's `\s`, which differs in two characters. */
export function isGoSpace(code: number): boolean {
	if (code < 0x80) { return code === 0x20 || (code >= 0x09 && code <= 0x0d); }
	return code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a)
		|| code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** BuildKit's word separators: tab, vertical tab, form feed, carriage return, blank. */
export function isSeparator(code: number): boolean {
	return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0b || code === 0x0c;
}

/** The first offset from `start` to `end` whose character is no {@link isGoSpace}; `end` when there is none. */
export function skipSpace(text: string, start: number, end: number): number {
	let at = start;
	while (at < end && isGoSpace(text.charCodeAt(at))) { at++; }
	return at;
}

/** The offset after the last character between `start` and `end` that is no {@link isGoSpace}; `start` when there is none. */
export function trimSpaceEnd(text: string, start: number, end: number): number {
	let at = end;
	while (at > start && isGoSpace(text.charCodeAt(at - 1))) { at--; }
	return at;
}
