import type { ShellVariable } from '../shellScope.ts';
import { makeFunction } from './makeFunctions.ts';

/** What names stand for while a text of a Makefile is expanded. */
export interface MakeNames {
	/** `undefined` for what the file sets nowhere; `'unknown'` for what it sets to something that nobody knows. */
	get(name: string): ShellVariable | 'unknown' | undefined;
	/** The text of a variable that `call` fills in. */
	raw?(name: string): string | undefined;
	/** Told of each `call` whose words are known. */
	called?(name: string, words: readonly string[]): void;
}

/** A text with its references filled in; `open` names those that nobody knows, which stay as written. */
export interface Expanded {
	readonly value: string;
	readonly open: readonly string[];
	readonly environmentDependent: boolean;
}

const deepest = 12;
/** Text that is longer is no value that somebody has written. */
const longest = 8000;

/** Expands references and functions (GNU make manual, chapters 6 and 8). Never throws. */
export function expandMake(text: string, names: MakeNames, depth = 0): Expanded {
	const open: string[] = [];
	let environmentDependent = false;
	let value = '';
	const add = (piece: string, found: Expanded): void => {
		environmentDependent ||= found.environmentDependent;
		open.push(...found.open);
		value += found.open.length > 0 ? piece : found.value;
	};
	let from = 0;
	for (let at = text.indexOf('$'); at !== -1 && at < text.length - 1; at = text.indexOf('$', from)) {
		value += text.slice(from, at);
		const end = referenceEnd(text, at, text.length);
		const piece = text.slice(at, end);
		if (piece === '$$') {
			value += '$';
		} else {
			add(piece, depth > deepest || value.length > longest ? unknown(piece) : reference(insideOf(piece), piece, names, depth + 1));
		}
		from = end;
	}
	value += text.slice(from);
	return value.length > longest ? unknown('…') : { value, open, environmentDependent };
}

/** The offset behind a reference that begins at `start`: `$(…)`, `${…}`, `$x`. One that is not closed is two characters long. */
export function referenceEnd(text: string, start: number, end: number): number {
	const opens = text[start + 1];
	const closes = opens === '(' ? ')' : opens === '{' ? '}' : undefined;
	if (closes === undefined) { return start + 2; }
	let depth = 0;
	for (let at = start + 1; at < end && at - start < 2000; at++) {
		if (text[at] === opens) { depth++; }
		if (text[at] === closes && --depth === 0) { return at + 1; }
	}
	return start + 2;
}

/** What stands in the brackets of a reference. */
export function insideOf(piece: string): string {
	return piece.length > 2 ? piece.slice(2, -1) : piece.slice(1);
}

/** What stands for a reference that nobody knows. */
export function unknown(name: string): Expanded {
	return { value: '', open: [name], environmentDependent: false };
}

function reference(inside: string, piece: string, names: MakeNames, depth: number): Expanded {
	if (piece === '$(' || piece === '${') { return unknown(piece); }
	const call = /^([a-z-]+)[ \t]+([^]*)$/.exec(inside);
	const result = call
		? makeFunction(call[1]!, call[2]!, names, text => expandMake(text, names, depth), (text, inner) => expandMake(text, inner, depth))
		: undefined;
	if (result) { return result; }
	const substitution = /^([^:$(){}]+|\$[({][^(){}]*[)}]):([^=]*)=([^=]*)$/.exec(inside);
	const named = expandMake(substitution?.[1] ?? inside, names, depth);
	const found = named.open.length > 0 ? undefined : names.get(named.value.trim());
	if (!found || found === 'unknown' || found.open.length > 0) { return unknown(named.value.trim()); }
	const known = { value: found.value, open: [], environmentDependent: found.environmentDependent === true };
	if (!substitution) { return known; }
	const [from, to] = [expandMake(substitution[2]!, names, depth), expandMake(substitution[3]!, names, depth)];
	if (from.open.length + to.open.length > 0) { return unknown(piece); }
	const [pattern, replacement] = from.value.includes('%') ? [from.value, to.value] : [`%${from.value}`, `%${to.value}`];
	return { ...known, value: wordsOf(known.value).map(word => patternReplaced(word, pattern, replacement)).join(' ') };
}

/** The words of a list. */
export function wordsOf(text: string): readonly string[] {
	return text.split(/\s+/).filter(word => word !== '');
}

/** `patsubst` for one word. */
export function patternReplaced(word: string, pattern: string, replacement: string): string {
	const stem = patternStem(word, pattern);
	return stem === undefined ? word : replacement.replace('%', () => stem);
}

/** What the `%` of a pattern stands for in a word; `undefined` where it does not fit. */
export function patternStem(word: string, pattern: string): string | undefined {
	const at = pattern.indexOf('%');
	if (at === -1) { return word === pattern ? '' : undefined; }
	const [before, behind] = [pattern.slice(0, at), pattern.slice(at + 1)];
	return word.length >= before.length + behind.length && word.startsWith(before) && word.endsWith(behind)
		? word.slice(before.length, word.length - behind.length)
		: undefined;
}
