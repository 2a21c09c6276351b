import type { Span } from '../../model/index.ts';
import { sliceMap, TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import type { YamlStyle } from './yamlNode.ts';

/** The value of a plain or quoted scalar as a map into the file, escapes read and lines folded. */
export function flowScalarMap(text: string, { style, span }: { readonly style: YamlStyle; readonly span: Span }): TextMap {
	const quoted = style === 'plain' ? 0 : 1;
	const start = span.start + quoted;
	const end = Math.max(start, span.end - quoted);
	const raw = text.slice(start, end);
	if (!isSpecial(raw, style)) { return sliceMap(text, { start, end }); }
	const builder = new TextMapBuilder();
	const pattern = style === 'plain' ? undefined : style === 'single' ? /''/g : /\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|[^])/g;
	const pieces: { from: number; to: number; value: string }[] = [];
	for (const match of pattern ? raw.matchAll(pattern) : []) {
		pieces.push({ from: match.index, to: match.index + match[0].length, value: unescape(match[0]) });
	}
	let at = 0;
	for (const piece of pieces) {
		addFolded(builder, raw, at, piece.from, start);
		builder.replaced(piece.value, start + piece.from, start + piece.to);
		at = piece.to;
	}
	addFolded(builder, raw, at, raw.length, start);
	return builder.build();
}

function isSpecial(raw: string, style: YamlStyle): boolean {
	return raw.includes('\n') || (style === 'single' ? raw.includes('\'\'') : style === 'double' && raw.includes('\\'));
}

/** Line ends inside a flow scalar: one becomes a blank, n become n - 1 line ends; blanks around them go. */
function addFolded(builder: TextMapBuilder, raw: string, from: number, to: number, shift: number): void {
	let at = from;
	for (let newline = raw.indexOf('\n', from); newline !== -1 && newline < to; newline = raw.indexOf('\n', at)) {
		let end = newline;
		while (end > at && ' \t\r'.includes(raw[end - 1]!)) { end--; }
		let next = newline + 1;
		let lines = 1;
		while (next < to && ' \t\r\n'.includes(raw[next]!)) { lines += raw[next++] === '\n' ? 1 : 0; }
		builder.verbatim(raw.slice(at, end), shift + at);
		builder.replaced(lines === 1 ? ' ' : '\n'.repeat(lines - 1), shift + end, shift + next);
		at = next;
	}
	builder.verbatim(raw.slice(at, to), shift + at);
}

const named: Readonly<Record<string, string>> = {
	'n': '\n', 't': '\t', 'r': '\r', '0': '\0', 'a': '\u0007', 'b': '\b', 'e': '\u001b', 'f': '\f', 'v': '\v',
	'N': '\u0085', '_': '\u00a0', 'L': '\u2028', 'P': '\u2029',
};

function unescape(written: string): string {
	if (written === '\'\'') { return '\''; }
	const kind = written[1]!;
	if (kind === '\n' || kind === '\r') { return ''; }
	if ('xuU'.includes(kind) && written.length > 2) {
		const code = Number.parseInt(written.slice(2), 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : '';
	}
	return named[kind] ?? kind;
}
