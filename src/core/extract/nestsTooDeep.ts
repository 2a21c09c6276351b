/**
 * True when more than `limit` brackets are open at once, strings not looked at: no configuration does that, and recursive parsers
 * are slow on it or run out of stack.
 */
export function nestsTooDeep(text: string, limit: number): boolean {
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text.charCodeAt(at);
		if (character === 0x5b || character === 0x7b) {
			if (++depth > limit) { return true; }
		} else if (character === 0x5d || character === 0x7d) {
			depth--;
		}
	}
	return false;
}
