import type { Expression, LiteralPart, Template, TemplatePart } from './expression.ts';
import type { HclScanner } from './hclScanner.ts';
import { trimEnd, trimStart } from './trimTemplate.ts';
import { foldDirectives, readDirective } from './templateDirectives.ts';
import type { DirectivePart } from './templateDirectives.ts';

/** Reads the expression of a hole; the scanner is left behind it. */
export type ReadHole = (scanner: HclScanner) => Expression;

const escapes: Readonly<Record<string, string>> = { 'n': '\n', 'r': '\r', 't': '\t', '"': '"', '\\': '\\' };

/**
 * Reads template text from the scanner's place up to `until` (a closing quote, or the end of the scanner's range for `''`).
 * `$${` and `%%{` are literal; `~` beside a brace takes the blanks there away.
 */
export function readTemplate(scanner: HclScanner, until: '"' | '', escaped: boolean, readHole: ReadHole): Template {
	const parts: (TemplatePart | DirectivePart)[] = [];
	const start = scanner.at;
	let from = start;
	let run = 0;
	let trims = false;
	const flush = (to: number): void => {
		if (to > from) { parts.push({ kind: 'text', value: scanner.text.slice(from, to), start: from, end: to }); }
	};
	const endRun = (trimsEnd: boolean): void => {
		const literals = parts.splice(run) as LiteralPart[];
		const left = trims ? trimStart(literals, until === '') : literals;
		parts.push(...trimsEnd ? trimEnd(left, until === '') : left);
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
			endRun(scanner.take('~'));
			const part = two === '${'
				? { kind: 'hole', expression: readHole(scanner) } as const
				: { kind: 'directive', ...readDirective(scanner, readHole) } as const;
			trims = closeHole(scanner, until);
			parts.push({ ...part, start: at, end: scanner.at });
			from = scanner.at;
			run = parts.length;
		} else {
			scanner.at = at + 1;
		}
	}
	flush(scanner.at);
	endRun(false);
	const inside = { start, end: scanner.at };
	return { kind: 'template', parts: foldDirectives(parts, scanner.map), map: scanner.map, inside, span: scanner.map.outerSpan(inside) };
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

/** Moves behind the hole's `}`, over whatever was not understood; true when a `~` stands before it. */
function closeHole(scanner: HclScanner, until: string): boolean {
	for (let depth = 0; !scanner.done; scanner.at++) {
		const character = scanner.character;
		if (character === '\n' && until !== '') { return false; }
		if (character === '{') { depth++; }
		if (character === '}' && depth-- === 0) {
			scanner.at++;
			return scanner.text[scanner.at - 2] === '~';
		}
	}
	return false;
}
