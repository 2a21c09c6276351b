import { visit } from 'jsonc-parser';
import type { Span } from '../../model/index.ts';

/** The JSON form of the syntax directive: the whole file is an object, its last `syntax` key a string. The span is inside the quotes. */
export function jsonSyntax(text: string, start: number): Span | undefined {
	const body = text.slice(start);
	if (!/^[\t\n\r ]*\{/.test(body) || !isJson(body)) { return undefined; }
	let found: Span | undefined;
	let depth = 0;
	let atKey = false;
	visit(body, {
		onObjectBegin: () => { depth++; },
		onObjectEnd: () => { depth--; },
		onArrayBegin: () => { depth++; atKey = false; },
		onArrayEnd: () => { depth--; },
		onObjectProperty: name => {
			if (depth !== 1) { return; }
			atKey = name === 'syntax';
			if (atKey) { found = undefined; }
		},
		onLiteralValue: (value: unknown, offset, length) => {
			if (depth === 1 && atKey && typeof value === 'string' && value.length === length - 2) {
				found = { start: start + offset + 1, end: start + offset + length - 1 };
			}
		},
	});
	return found;
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}
