import { TextMapBuilder } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';
import type { Expression } from './expression.ts';
import { HclScanner, identifier } from './hclScanner.ts';
import { isFor, readFor } from './readFor.ts';
import { readTemplate } from './readTemplate.ts';
import { readTraversal } from './readTraversal.ts';

const operators = [['||'], ['&&'], ['==', '!='], ['<=', '>=', '<', '>'], ['+', '-'], ['*', '/', '%']] as const;
const deepest = 60;

/** Reads one HCL expression; inside brackets (`nested`) line ends mean nothing. What cannot be read is `unknown`; always moves on or stops. */
export function readExpression(scanner: HclScanner, nested: boolean, depth = 0): Expression {
	const start = scanner.at;
	if (depth > deepest) {
		scanner.at = scanner.end;
		return unknown(scanner, start);
	}
	const test = readOperation(scanner, nested, 0, depth);
	scanner.skip(nested);
	if (scanner.character !== '?') { return test; }
	scanner.at++;
	scanner.skip(true);
	const yes = readExpression(scanner, nested, depth + 1);
	scanner.skip(true);
	if (!scanner.take(':')) { return unknown(scanner, start); }
	scanner.skip(true);
	const no = readExpression(scanner, nested, depth + 1);
	return { kind: 'condition', test, yes, no, span: spanFrom(scanner, start) };
}

function readOperation(scanner: HclScanner, nested: boolean, level: number, depth: number): Expression {
	const candidates = operators[level];
	if (!candidates) { return readUnary(scanner, nested, depth); }
	const start = scanner.at;
	let left = readOperation(scanner, nested, level + 1, depth);
	for (;;) {
		scanner.skip(nested);
		const operator = candidates.find(candidate => scanner.text.startsWith(candidate, scanner.at) && scanner.at < scanner.end);
		if (operator === undefined) { return left; }
		scanner.at += operator.length;
		scanner.skip(true);
		const right = readOperation(scanner, nested, level + 1, depth + 1);
		left = { kind: 'operation', operator, left, right, span: spanFrom(scanner, start) };
	}
}

function readUnary(scanner: HclScanner, nested: boolean, depth: number): Expression {
	const start = scanner.at;
	if (scanner.character === '!' || scanner.character === '-') {
		const negates = scanner.take('!');
		if (!negates) { scanner.at++; }
		scanner.skip(nested);
		if (depth > deepest) { return unknown(scanner, start); }
		const operand = readUnary(scanner, nested, depth + 1);
		const span = spanFrom(scanner, start);
		return negates ? { kind: 'not', operand, span } : { kind: 'operation', operator: '-', left: { kind: 'literal', value: 0, span }, right: operand, span };
	}
	return readTraversal(scanner, readPrimary(scanner, depth), start, inner => readExpression(inner, true, depth + 1));
}

function readPrimary(scanner: HclScanner, depth: number): Expression {
	const start = scanner.at;
	const character = scanner.character;
	switch (character) {
		case '"': {
			scanner.at++;
			const template = readTemplate(scanner, '"', true, inner => { inner.skip(true); return readExpression(inner, true, depth + 1); });
			return scanner.take('"') ? template : { kind: 'unknown', span: template.span };
		}
		case '[': return readList(scanner, start, depth);
		case '{': return readObject(scanner, start, depth);
		case '<': return readHeredoc(scanner, start, depth);
		case '(': {
			scanner.at++;
			scanner.skip(true);
			const inner = readExpression(scanner, true, depth + 1);
			scanner.skip(true);
			return scanner.take(')') ? inner : unknown(scanner, start);
		}
		default:
	}
	const number = scanner.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
	if (number !== '') { return { kind: 'literal', value: Number(number), span: spanFrom(scanner, start) }; }
	const name = scanner.match(identifier);
	if (name === '') { return unknown(scanner, start); }
	if (name === 'true' || name === 'false' || name === 'null') {
		return { kind: 'literal', value: name === 'null' ? null : name === 'true', span: spanFrom(scanner, start) };
	}
	if (scanner.character !== '(') { return { kind: 'reference', path: [name], span: spanFrom(scanner, start) }; }
	const { items: args, closed, spread } = readItems(scanner, ')', depth);
	return closed ? { kind: 'call', name, args, spread, span: spanFrom(scanner, start) } : unknown(scanner, start);
}

function readList(scanner: HclScanner, start: number, depth: number): Expression {
	const inner = (): Expression => readExpression(scanner, true, depth + 1);
	if (isFor(scanner)) { return readFor(scanner, ']', inner); }
	const { items, closed } = readItems(scanner, ']', depth);
	return closed || items.length > 0 ? { kind: 'list', items, span: spanFrom(scanner, start) } : unknown(scanner, start);
}

function readItems(
	scanner: HclScanner,
	close: string,
	depth: number,
): { readonly items: readonly Expression[]; readonly closed: boolean; readonly spread: boolean } {
	scanner.at++;
	const items: Expression[] = [];
	let spread = false;
	for (;;) {
		scanner.skip(true);
		if (scanner.take(close)) { return { items, closed: true, spread }; }
		const before = scanner.at;
		const item = readExpression(scanner, true, depth + 1);
		items.push(item);
		scanner.skip(true);
		if (scanner.take('...')) { spread = true; scanner.skip(true); }
		if (!scanner.take(',') && scanner.character !== close) {
			if (scanner.at === before || item.kind === 'unknown' || scanner.done) { return { items, closed: false, spread }; }
		}
	}
}

function readObject(scanner: HclScanner, start: number, depth: number): Expression {
	const inner = (): Expression => readExpression(scanner, true, depth + 1);
	if (isFor(scanner)) { return readFor(scanner, '}', inner); }
	scanner.at++;
	const entries: { key: string; keySpan: { start: number; end: number }; value: Expression }[] = [];
	for (;;) {
		scanner.skip(true);
		if (scanner.take('}') || scanner.done) { return { kind: 'object', entries, span: spanFrom(scanner, start) }; }
		const keyStart = scanner.at;
		const key = readUnary(scanner, true, depth + 1);
		const keySpan = spanFrom(scanner, keyStart);
		scanner.skip(true);
		if (!scanner.take('=') && !scanner.take(':')) { return unknown(scanner, start); }
		scanner.skip(true);
		const value = readExpression(scanner, false, depth + 1);
		const name = key.kind === 'reference'
			? key.path.join('.')
			: key.kind === 'template' ? key.parts.map(part => part.kind === 'text' ? part.value : '').join('')
			: undefined;
		if (name !== undefined) { entries.push({ key: name, keySpan, value }); }
		scanner.skip(true);
		if (!scanner.take(',') && scanner.at === keyStart) { return unknown(scanner, start); }
	}
}

function readHeredoc(scanner: HclScanner, start: number, depth: number): Expression {
	const header = /<<(-?)([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\r?\n/yu;
	header.lastIndex = start;
	const found = header.exec(scanner.text);
	if (!found) { return unknown(scanner, start); }
	const bodyStart = start + found[0].length;
	let lineStart = bodyStart;
	for (; lineStart < scanner.end;) {
		const newline = scanner.text.indexOf('\n', lineStart);
		const lineEnd = newline === -1 || newline > scanner.end ? scanner.end : newline;
		if (scanner.text.slice(lineStart, lineEnd).trim() === found[2]) {
			scanner.at = lineEnd;
			break;
		}
		lineStart = lineEnd + 1;
		scanner.at = Math.min(lineStart, scanner.end);
	}
	const body = new HclScanner(found[1] === '-'
		? withoutIndent(scanner, bodyStart, Math.min(lineStart, scanner.end))
		: scanner.map, ...(found[1] === '-' ? [] as const : [bodyStart, Math.min(lineStart, scanner.end)] as const));
	return readTemplate(body, '', false, inner => { inner.skip(true); return readExpression(inner, true, depth + 1); });
}

/** The body of `<<-`: the indentation that all its lines share is no part of the text. */
function withoutIndent(scanner: HclScanner, from: number, to: number): HclScanner['map'] {
	const lines = scanner.text.slice(from, to).split('\n');
	const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
	const indent = indents.reduce((least, one) => Math.min(least, one), Number.MAX_SAFE_INTEGER);
	const builder = new TextMapBuilder();
	let at = from;
	for (const line of lines) {
		const end = Math.min(at + line.length + 1, to);
		appendMapped(builder, scanner.map, Math.min(at + Math.min(indent, line.length), end), end);
		at = end;
	}
	return builder.build();
}

function unknown(scanner: HclScanner, start: number): Expression {
	return { kind: 'unknown', span: spanFrom(scanner, start) };
}

function spanFrom(scanner: HclScanner, start: number): { readonly start: number; readonly end: number } {
	return scanner.map.outerSpan({ start, end: Math.max(start, scanner.at) });
}
