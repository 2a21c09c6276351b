import type { Span } from '../../model/index.ts';
import { isGoSpace } from './blanks.ts';
import { readFlags } from './readFlags.ts';
import type { RawInstruction } from './scanInstructions.ts';

/** One `name` or `name=value` of an ARG instruction; spans are in the joined line, quotes still there. */
export interface ArgWord {
	readonly name: string;
	readonly nameSpan: Span;
	readonly valueSpan?: Span;
}

/** The declarations of an ARG instruction: several on one line are several. */
export function readArgs({ line, head: { argsStart, argsEnd } }: RawInstruction, escape: string): ArgWord[] {
	const { rest } = readFlags(line.text, argsStart, argsEnd, escape);
	return splitWords(line.text, rest, argsEnd, escape).map(({ start, end }) => {
		const equals = line.text.indexOf('=', start);
		const split = equals === -1 || equals >= end ? end : equals;
		return {
			name: line.text.slice(start, split),
			nameSpan: { start, end: split },
			...(split < end && { valueSpan: { start: split + 1, end } }),
		};
	}).filter(({ name }) => name !== '');
}

/** `parseWords` of BuildKit: split at blanks outside of quotes; an escape character keeps the next one. */
function splitWords(text: string, from: number, to: number, escape: string): Span[] {
	const words: Span[] = [];
	let start = -1;
	let quote: string | undefined;
	let at = from;
	for (; at < to; at++) {
		const character = text[at]!;
		if (start === -1) {
			if (isGoSpace(character.charCodeAt(0))) { continue; }
			start = at;
		} else if (quote === undefined && isGoSpace(character.charCodeAt(0))) {
			words.push({ start, end: at });
			start = -1;
			continue;
		}
		if (character === escape && quote !== '\'') {
			if (at + 1 === to) { break; }
			at++;
		} else if (quote === undefined && (character === '"' || character === '\'')) {
			quote = character;
		} else if (character === quote) {
			quote = undefined;
		}
	}
	if (start !== -1 && at > start) { words.push({ start, end: Math.min(at, to) }); }
	return words;
}
