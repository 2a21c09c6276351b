import type { Expression } from './expression.ts';
import type { HclScanner } from './hclScanner.ts';
import { readNames } from './templateDirectives.ts';

/** True in front of a bracket that opens a `for` expression. */
export function isFor({ text, at }: HclScanner): boolean {
	return /^[[{]\s*for\s/.test(text.slice(at, at + 200));
}

/** Reads a `for` expression up to its closing bracket; what cannot be read is `unknown`. `readInner` reads one expression at the scanner's place. */
export function readFor(scanner: HclScanner, close: ']' | '}', readInner: () => Expression): Expression {
	const start = scanner.at;
	const span = (): Expression['span'] => scanner.map.outerSpan({ start, end: scanner.at });
	const found = readParts(scanner, close, readInner);
	if (found) { return { ...found, span: span() }; }
	scanner.at = start;
	skipBracket(scanner);
	return { kind: 'unknown', span: span() };
}

function readParts(scanner: HclScanner, close: ']' | '}', readInner: () => Expression): Omit<Extract<Expression, { kind: 'for' }>, 'span'> | undefined {
	const inner = (): Expression => {
		scanner.skip(true);
		const read = readInner();
		scanner.skip(true);
		return read;
	};
	scanner.at++;
	scanner.skip(true);
	scanner.take('for');
	const names = readNames(scanner);
	if (!names) { return undefined; }
	const of = inner();
	if (!scanner.take(':')) { return undefined; }
	const first = inner();
	const isPair = scanner.take('=>');
	const second = isPair ? inner() : undefined;
	const test = scanner.text.startsWith('if', scanner.at) && scanner.take('if') ? inner() : undefined;
	if (isPair !== (close === '}') || !scanner.take(close)) { return undefined; }
	return { kind: 'for', names, of, ...(second && { key: first }), value: second ?? first, ...(test && { test }) };
}

function skipBracket(scanner: HclScanner): void {
	let depth = 0;
	for (; !scanner.done; scanner.at++) {
		const character = scanner.character;
		if (character === '"') { skipQuoted(scanner); continue; }
		if ('[{('.includes(character)) { depth++; }
		if (']})'.includes(character) && --depth === 0) { scanner.at++; return; }
	}
}

function skipQuoted(scanner: HclScanner): void {
	for (scanner.at++; !scanner.done && scanner.character !== '"' && scanner.character !== '\n'; scanner.at++) {
		if (scanner.character === '\\') { scanner.at++; }
	}
}
