import { contentEndAt } from '../../util/lineBounds.ts';

/**
 * Where the next character of a flow collection stands behind blanks, line ends and comments. `undefined` at the end of the text, and where a
 * line begins that is not indented deeper than `column`: it belongs to what is around, unless it closes the collection.
 */
export function skipSeparation(text: string, from: number, column: number): number | undefined {
	let at = from;
	let lineStart = -1;
	for (; at < text.length; at++) {
		const character = text[at];
		if (character === '\n') { lineStart = at + 1; continue; }
		if (character === ' ' || character === '\r') { continue; }
		if (character === '\t' && lineStart === -1) { continue; }
		if (character !== '#' || (at > from ? text[at - 1] === '\r' : lineStart === -1)) { break; }
		at = contentEndAt(text, at) - 1;
	}
	if (at >= text.length || lineStart === -1) { return at < text.length ? at : undefined; }
	const indent = at - lineStart;
	const closes = text[at] === ']' || text[at] === '}';
	return indent > column || (closes && indent >= column) ? (isMarker(text, at, indent) ? undefined : at) : undefined;
}

/** True for `---` and `...` at the left edge, which end a document whatever is open. */
export function isMarker(text: string, at: number, indent: number): boolean {
	return indent === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, at + 4));
}
