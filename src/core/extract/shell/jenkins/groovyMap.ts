import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import type { GroovyToken } from './groovyTokens.ts';

const escapes: Readonly<Record<string, string>> = { 'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f', '\n': '' };
const special = /\\(?:u+[0-9A-Fa-f]{4}|\r\n|[^])|\$\{([^{}]*)\}|\$([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g;

/**
 * A Groovy string as the program gets to see it. What Groovy fills in becomes a variable of the shell reader: `groovy_NAME` for `${NAME}`,
 * `${env.NAME}` and `${params.NAME}`, one that nobody knows for all else.
 */
export function groovyMap({ text, inner, fills }: GroovyToken): TextMap {
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of text.matchAll(special)) {
		const [piece, expression, path] = match;
		if (piece[0] === '$' && !fills) { continue; }
		const start = inner.start + match.index;
		builder
			.verbatim(text.slice(from, match.index), inner.start + from)
			.replaced(piece[0] === '$' ? filled((expression ?? path)!) : unescaped(piece), start, start + piece.length);
		from = match.index + piece.length;
	}
	return builder.verbatim(text.slice(from), inner.start + from).build();
}

/** The name of a variable of Groovy in the shell reader. */
export function groovyName(name: string): string {
	return `groovy_${name}`;
}

function filled(expression: string): string {
	const name = /^\s*(?:(?:env|params)\.)?([A-Za-z_]\w*)\s*$/.exec(expression)?.[1];
	return name === undefined ? '${_groovy_}' : `\${${groovyName(name)}}`;
}

function unescaped(piece: string): string {
	if (piece[1] === 'u' && piece.length > 2) { return String.fromCharCode(parseInt(piece.slice(-4), 16)); }
	if (piece[1] === '\r') { return ''; }
	return escapes[piece[1]!] ?? piece.slice(1);
}
