import type { Span } from '../../model/index.ts';
import { lineEndAt } from '../../util/lineBounds.ts';
import { blockScalarMap } from './blockScalarMap.ts';
import type { YamlScalar } from './yamlNode.ts';

/** A `|` or `>` scalar whose value is only worked out when asked for: most are never read. */
class LazyBlockScalar implements YamlScalar {
	readonly kind = 'scalar';
	readonly style: 'literal' | 'folded';
	readonly span: Span;
	readonly #text: string;
	#value: string | undefined;

	constructor(text: string, span: Span) {
		this.style = text[span.start] === '|' ? 'literal' : 'folded';
		this.span = span;
		this.#text = text;
	}

	get value(): string {
		return this.#value ??= blockScalarMap(this.#text, this.span).text;
	}
}

/**
 * Reads the block scalar whose `|` or `>` stands at `from`; `parentIndent` is the column of the collection it is a value of, -1 for none.
 * Gives the scalar and the start of the first line after it; `undefined` where the header or the indentation is broken.
 */
export function blockScalar(
	text: string,
	from: number,
	lineEnd: number,
	parentIndent: number,
): { readonly node: YamlScalar; readonly next: number } | undefined {
	const header = /^[|>](?:([1-9])[+-]?|[+-]([1-9])?)?(?:[ \t]+#.*|[ \t]*)\r?$/.exec(text.slice(from, lineEnd));
	if (!header) { return undefined; }
	const given = header[1] ?? header[2];
	// Parsers disagree about what a digit counts from in a document that is nothing else.
	if (given !== undefined && parentIndent === -1) { return undefined; }
	let indent = given === undefined ? -1 : parentIndent + Number(given);
	let next = lineEnd + 1;
	for (let start = next; start < text.length; start = next) {
		const stop = lineEndAt(text, start);
		let at = start;
		while (text[at] === ' ') { at++; }
		const blank = at >= stop || (text[at] === '\r' && at + 1 >= stop);
		if (!blank) {
			if (indent === -1) {
				indent = Math.max(at - start, parentIndent + 1);
			}
			if (at - start < indent) { break; }
			if (at === start && /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(at, at + 4))) { break; }
		}
		next = stop + 1;
	}
	return { node: new LazyBlockScalar(text, { start: from, end: Math.min(next, text.length) }), next };
}
