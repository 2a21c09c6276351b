const deepest = 12;

/** True for expansions in expansions beyond what anybody writes: reading them costs time that grows with length times depth. */
export function nestsDeeply(text: string): boolean {
	if (text.length < 50) { return false; }
	let depth = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === '$' || character === '<') {
			const next = text[at + 1];
			if ((next === '{' || next === '(') && ++depth > deepest) { return true; }
		} else if ((character === '}' || character === ')') && depth > 0) {
			depth--;
		}
	}
	return false;
}
