import type { TextMapBuilder } from '../../../util/textMap.ts';

/**
 * Appends recipe text as the shell gets to see it: `$(NAME)` and `${NAME}` become `${NAME}`, so that the shell reader fills in what is
 * known; `$$` becomes `$`; automatic variables and functions become variables that nobody knows.
 */
export function addMakeText(builder: TextMapBuilder, text: string, start: number, end: number): void {
	let from = start;
	for (let at = text.indexOf('$', start); at !== -1 && at < end - 1; at = text.indexOf('$', at)) {
		const next = text[at + 1]!;
		const close = next === '(' || next === '{' ? closing(text, at + 1, end) : at + 2;
		const inside = text.slice(at + 2, close - 1);
		const piece = next === '$' ? '$' : /^[A-Za-z_][\w.-]*$/.test(inside) ? `\${${inside.replace(/[.-]/g, '_')}}` : /^\w$/.test(next) ? `\${${next}}` : '${_make_}';
		if (next === '\n' || next === '\r') { at++; continue; }
		builder.verbatim(text.slice(from, at), from).replaced(piece, at, close);
		from = close;
		at = close;
	}
	builder.verbatim(text.slice(from, end), from);
}

/** The offset after the bracket that closes the one at `open`, on its line. */
function closing(text: string, open: number, end: number): number {
	const [opens, closes] = text[open] === '(' ? ['(', ')'] : ['{', '}'];
	let depth = 0;
	for (let at = open; at < end; at++) {
		if (text[at] === opens) { depth++; }
		if (text[at] === closes && --depth === 0) { return at + 1; }
		if (text[at] === '\n' || at - open > 2000) { break; }
	}
	return open + 1;
}
