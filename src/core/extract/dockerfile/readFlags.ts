import type { Span } from '../../model/index.ts';
import { isGoSpace, skipSpace } from './blanks.ts';
import { originAt, type Origins } from './origins.ts';

/** A `--name=value` in front of an instruction's arguments; offsets are in the joined line. */
export interface BuilderFlag {
	/** Without dashes. */
	readonly name: string;
	/** After quote and escape removal; `undefined` without `=`. */
	readonly value: string | undefined;
	/** From the value's first to its last character: inside the quotes when all of it is quoted. */
	readonly span: Span;
	/** Where each character of the value stands. */
	readonly origins: Origins;
}

/**
 * Reads the flags at the start of an instruction's arguments (`extractBuilderFlags` of BuildKit's parser);
 * `rest` is the offset where the other arguments begin.
 */
export function readFlags(text: string, start: number, end: number, escape: string): { readonly flags: readonly BuilderFlag[]; readonly rest: number } {
	let at = skipSpace(text, start, end);
	if (!text.startsWith('--', at)) { return { flags: noFlags, rest: at }; }
	const flags: BuilderFlag[] = [];
	while (text.startsWith('--', at) && at + 1 < end) {
		const word = readWord(text, at, end, escape);
		at = skipSpace(text, word.end, end);
		if (word.value === '--') { break; }
		flags.push(flagOf(word));
	}
	return { flags, rest: at };
}

const noFlags: readonly BuilderFlag[] = [];

interface Word { readonly value: string; readonly origins: Origins; readonly end: number }

function readWord(text: string, start: number, end: number, escape: string): Word {
	const mark = escape.charCodeAt(0);
	for (let at = start; ; at++) {
		const code = at < end ? text.charCodeAt(at) : 0x20;
		if (isGoSpace(code)) { return { value: text.slice(start, at), origins: start, end: at }; }
		if (code === 0x22 || code === 0x27 || code === mark) { return readQuotedWord(text, start, end, escape); }
	}
}

function readQuotedWord(text: string, start: number, end: number, escape: string): Word {
	let value = '';
	const origins: number[] = [];
	let quote: string | undefined;
	let at = start;
	for (; at < end; at++) {
		let character = text[at]!;
		if (quote === undefined && isGoSpace(character.charCodeAt(0))) { break; }
		if (character === quote) { quote = undefined; continue; }
		if (quote === undefined && (character === '"' || character === '\'')) { quote = character; continue; }
		if (character === escape) {
			if (at + 1 >= end) { continue; }
			character = text[++at]!;
		}
		value += character;
		origins.push(at);
	}
	return { value, origins, end: at };
}

function flagOf({ value: word, origins, end }: Word): BuilderFlag {
	const equals = word.indexOf('=');
	if (equals === -1) { return { name: word.slice(2), value: undefined, span: { start: end, end }, origins: end }; }
	const value = word.slice(equals + 1);
	const own = typeof origins === 'number' ? origins + equals + 1 : origins.slice(equals + 1);
	const first = value === '' ? originAt(origins, equals) + 1 : originAt(own, 0);
	return {
		name: word.slice(2, equals),
		value,
		span: { start: first, end: value === '' ? first : originAt(own, value.length - 1) + 1 },
		origins: own,
	};
}
