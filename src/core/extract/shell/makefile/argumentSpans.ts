import type { Span } from '../../../model/index.ts';

/** Where the arguments of a function stand in its text: commas in brackets separate nothing. */
export function argumentSpans(text: string): readonly Span[] {
	const found: Span[] = [];
	let depth = 0;
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at]!;
		if (character === '(' || character === '{') { depth++; }
		if (character === ')' || character === '}') { depth--; }
		if (character === ',' && depth === 0) {
			found.push({ start, end: at });
			start = at + 1;
		}
	}
	return [...found, { start, end: text.length }];
}
