import type { Expression, HolePart, LiteralPart, Template } from './expression.ts';
import type { HclScanner } from './hclScanner.ts';

/** Reads the expression of a hole; the scanner stands behind `${` and is left in front of `}`. */
export type ReadHole = (scanner: HclScanner) => Expression;

const escapes: Readonly<Record<string, string>> = { 'n': '\n', 'r': '\r', 't': '\t', '"': '"', '\\': '\\' };

/**
 * Reads template text from the scanner's place up to `until` (a closing quote, or the end of the scanner's range for `''`).
 * `$${` and `%%{` are literal; directives (`%{ if … }`) are a hole that nobody follows.
 */
export function readTemplate(scanner: HclScanner, until: '"' | '', escaped: boolean, readHole: ReadHole): Template {
	const parts: (LiteralPart | HolePart)[] = [];
	const start = scanner.at;
	let from = start;
	const flush = (to: number): void => {
		if (to > from) { parts.push({ kind: 'text', value: scanner.text.slice(from, to), start: from, end: to }); }
	};
	while (!scanner.done) {
		const at = scanner.at;
		const character = scanner.character;
		if (character === until || (until === '"' && character === '\n')) { break; }
		const two = scanner.text.slice(at, at + 2);
		if (escaped && character === '\\') {
			flush(at);
			parts.push(readEscape(scanner));
			from = scanner.at;
		} else if ((two === '$$' || two === '%%') && scanner.text[at + 2] === '{') {
			flush(at);
			parts.push({ kind: 'text', value: `${character}{`, start: at, end: at + 3 });
			scanner.at = from = at + 3;
		} else if (two === '${' || two === '%{') {
			flush(at);
			scanner.at = at + 2;
			scanner.take('~');
			const expression: Expression = two === '${' ? readHole(scanner) : { kind: 'unknown', span: scanner.map.outerSpan({ start: at, end: at + 2 }) };
			closeHole(scanner, until);
			parts.push({ kind: 'hole', expression, start: at, end: scanner.at });
			from = scanner.at;
		} else {
			scanner.at = at + 1;
		}
	}
	flush(scanner.at);
	const inside = { start, end: scanner.at };
	return { kind: 'template', parts, map: scanner.map, inside, span: scanner.map.outerSpan(inside) };
}

function readEscape(scanner: HclScanner): LiteralPart {
	const start = scanner.at;
	const kind = scanner.text[start + 1] ?? '';
	const digits = kind === 'u' ? 4 : kind === 'U' ? 8 : 0;
	const code = digits > 0 ? Number.parseInt(scanner.text.slice(start + 2, start + 2 + digits), 16) : Number.NaN;
	const known = digits > 0 && code <= 0x10ffff;
	scanner.at = Math.min(scanner.end, start + 2 + (known ? digits : 0));
	return { kind: 'text', value: known ? String.fromCodePoint(code) : escapes[kind] ?? kind, start, end: scanner.at };
}

/** Moves behind the hole's `}`, over whatever was not understood. */
function closeHole(scanner: HclScanner, until: string): void {
	for (let depth = 0; !scanner.done; scanner.at++) {
		const character = scanner.character;
		if (character === '\n' && until !== '') { return; }
		if (character === '{') { depth++; }
		if (character === '}' && depth-- === 0) { scanner.at++; return; }
	}
}
