import type { Span } from '../../model/index.ts';
import { flowScalarMap } from './flowScalarMap.ts';
import type { Inline } from './inlineYaml.ts';
import { isMarker } from './separation.ts';
import type { YamlScalar } from './yamlNode.ts';

/** A quoted scalar with rare escapes or over several lines: its value is only worked out when asked for. */
class LazyQuotedScalar implements YamlScalar {
	readonly kind = 'scalar';
	readonly style: 'single' | 'double';
	readonly span: Span;
	readonly #text: string;
	#value: string | undefined;

	constructor(text: string, span: Span) {
		this.style = text[span.start] === '"' ? 'double' : 'single';
		this.span = span;
		this.#text = text;
	}

	get value(): string {
		return this.#value ??= flowScalarMap(this.#text, this).text;
	}
}

const escape = /\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n|[0abt\tnvfre "/\\N_LP])/y;

/** A quoted scalar whose further lines are indented deeper than `column`; `undefined` where its quote is not closed or an escape means nothing. */
export function readLongQuoted(text: string, from: number, column: number): Inline<YamlScalar> | undefined {
	const quote = text[from]!;
	for (let at = from + 1; at < text.length;) {
		const character = text[at]!;
		if (character === quote) {
			if (quote === '\'' && text[at + 1] === quote) { at += 2; continue; }
			return { node: new LazyQuotedScalar(text, { start: from, end: at + 1 }), end: at + 1 };
		}
		let next = at + 1;
		if (character === '\\' && quote === '"') {
			escape.lastIndex = at;
			if (!escape.test(text)) { return undefined; }
			next = escape.lastIndex;
		}
		if (text[next - 1] === '\n' && !continues(text, next, column)) { return undefined; }
		at = next;
	}
	return undefined;
}

function continues(text: string, lineStart: number, column: number): boolean {
	let at = lineStart;
	while (text[at] === ' ') { at++; }
	const isBlank = text[at] === '\n' || text[at] === '\r' || text[at] === '\t';
	return isBlank || (at - lineStart > column && !isMarker(text, at, at - lineStart));
}
