/** A character to match, or a wildcard: `?` one character, `*` any number. */
type Token = string | typeof one | typeof any;
const one = Symbol('?');
const any = Symbol('*');

/** Above this product of lengths a pattern is not tried: no real Dockerfile comes near it. */
const workLimit = 4_000_000;

/** `${value#pattern}`, `##` when greedy. `undefined`: the pattern has an escape that BuildKit refuses. */
export function trimPrefix(value: string, pattern: string, greedy: boolean): string | undefined {
	const tokens = tokensOf(pattern);
	if (!tokens) { return undefined; }
	const end = matchEnd([...value], tokens, 0, greedy);
	return end === -1 ? value : [...value].slice(end).join('');
}

/** `${value%pattern}`, `%%` when greedy: the same from the other end. */
export function trimSuffix(value: string, pattern: string, greedy: boolean): string | undefined {
	const tokens = tokensOf(pattern);
	if (!tokens) { return undefined; }
	const reversed = [...value].reverse();
	const end = matchEnd(reversed, tokens.reverse(), 0, greedy);
	return end === -1 ? value : reversed.slice(end).reverse().join('');
}

/** `${value/pattern/replacement}`, `//` for all: the leftmost longest match. */
export function replacePattern(value: string, pattern: string, replacement: string, all: boolean): string | undefined {
	const tokens = tokensOf(pattern);
	if (!tokens) { return undefined; }
	const characters = [...value];
	if (characters.length ** 2 * (tokens.length + 1) > workLimit * 10) { return value; }
	let result = '';
	let at = 0;
	let previousEnd = -1;
	while (at <= characters.length) {
		const end = matchEnd(characters, tokens, at, true);
		const usable = end !== -1 && (end > at || at !== previousEnd);
		if (usable) {
			result += replacement;
			previousEnd = end;
			if (!all) { return result + characters.slice(end).join(''); }
		}
		if (usable && end > at) { at = end; continue; }
		result += characters[at] ?? '';
		at++;
	}
	return result;
}

/** Does a shell pattern of `*`, `?` and literal characters fit a whole value? `undefined` for a pattern with more in it, and for a long value. */
export function fitsPattern(value: string, pattern: string): boolean | undefined {
	const tokens = /[[\]\\(]/.test(pattern) || value.length > 2000 ? undefined : tokensOf(pattern);
	const characters = [...value];
	return tokens && matchEnd(characters, tokens, 0, true) === characters.length;
}

function tokensOf(pattern: string): Token[] | undefined {
	const tokens: Token[] = [];
	const characters = [...pattern];
	for (let at = 0; at < characters.length; at++) {
		const character = characters[at]!;
		if (character === '*') {
			if (tokens.at(-1) !== any) { tokens.push(any); }
		} else if (character === '?') {
			tokens.push(one);
		} else if (character !== '\\') {
			tokens.push(character);
		} else {
			const next = characters[at + 1];
			if (next === '}' || next === '/') { continue; }
			if (next !== '*' && next !== '?' && next !== '\\') { return undefined; }
			tokens.push(next);
			at++;
		}
	}
	return tokens;
}

/** End of the match that begins at `start`: the longest or the shortest; -1 without one. */
function matchEnd(text: readonly string[], tokens: readonly Token[], start: number, longest: boolean): number {
	if (text.length * tokens.length > workLimit) { return -1; }
	const chunks: Token[][] = [[]];
	for (const token of tokens) {
		if (token === any) { chunks.push([]); } else { chunks.at(-1)!.push(token); }
	}
	const first = chunks[0]!;
	if (!fits(text, first, start)) { return -1; }
	let at = start + first.length;
	for (let index = 1; index < chunks.length; index++) {
		const chunk = chunks[index]!;
		const last = index === chunks.length - 1;
		const found = last && longest ? lastFit(text, chunk, at) : firstFit(text, chunk, at);
		if (found === -1) { return -1; }
		at = found + chunk.length;
	}
	return at;
}

function fits(text: readonly string[], chunk: readonly Token[], at: number): boolean {
	return at + chunk.length <= text.length && chunk.every((token, index) => token === one || token === text[at + index]);
}

function firstFit(text: readonly string[], chunk: readonly Token[], from: number): number {
	for (let at = from; at + chunk.length <= text.length; at++) {
		if (fits(text, chunk, at)) { return at; }
	}
	return -1;
}

function lastFit(text: readonly string[], chunk: readonly Token[], from: number): number {
	for (let at = text.length - chunk.length; at >= from; at--) {
		if (fits(text, chunk, at)) { return at; }
	}
	return -1;
}
