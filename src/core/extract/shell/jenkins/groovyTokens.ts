import type { Span } from '../../../model/index.ts';

/** A word, a sign or a string of Groovy. */
export interface GroovyToken {
	readonly kind: 'word' | 'sign' | 'string';
	/** As written; of a string what stands in its quotes. */
	readonly text: string;
	/** The whole token. */
	readonly span: Span;
	/** Of a string: inside the quotes. */
	readonly inner: Span;
	/** Of a string: `${…}` in it is filled in. */
	readonly fills: boolean;
}

const token = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'''((?:[^\\]|\\[^])*?)(?:'''|$)|"""((?:[^\\]|\\[^])*?)(?:"""|$)|'((?:[^'\\\n]|\\[^])*)'|"((?:[^"\\\n]|\\[^])*)"|([A-Za-z_]\w*)|([^\s\w])/g;

/** The words, signs and strings of a Groovy text without comments, in order; what is broken is passed over. Linear. */
export function groovyTokens(text: string): readonly GroovyToken[] {
	const tokens: GroovyToken[] = [];
	for (const match of text.matchAll(token)) {
		const span = { start: match.index, end: match.index + match[0].length };
		const quoted = match[1] ?? match[2] ?? match[3] ?? match[4];
		if (quoted !== undefined) {
			const start = span.start + ((match[1] ?? match[2]) === undefined ? 1 : 3);
			tokens.push({
				kind: 'string',
				text: quoted,
				span,
				inner: { start, end: start + quoted.length },
				fills: match[2] !== undefined || match[4] !== undefined,
			});
		} else if (match[5] !== undefined || match[6] !== undefined) {
			tokens.push({ kind: match[5] === undefined ? 'sign' : 'word', text: match[0], span, inner: span, fills: false });
		}
	}
	return tokens;
}
