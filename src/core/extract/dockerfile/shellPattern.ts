/** A character to match, or `?` for any one. */
type Token = string | typeof one;
const one = Symbol('?');

/** The pieces of a pattern between its stars, at least one; those at the ends may be empty. */
type Chunks = readonly (readonly Token[])[];

/** Above this product of lengths a pattern is not tried: no real Dockerfile comes near it. */
const workLimit = 4_000_000;

/** `${value#pattern}`, `##` when greedy. `undefined`: the pattern has an escape that BuildKit refuses. */
export function trimPrefix(value: string, pattern: string, greedy: boolean): string | undefined {
	const chunks = chunksOf(pattern);
	if (!chunks) { return undefined; }
	const characters = [...value];
	const end = matchEnd(characters, chunks, 0, greedy);
	return end < 0 ? value : characters.slice(end).join('');
}

/** `${value%pattern}`, `%%` when greedy: the same from the other end. */
export function trimSuffix(value: string, pattern: string, greedy: boolean): string | undefined {
	const chunks = chunksOf(pattern);
	if (!chunks) { return undefined; }
	const reversed = [...value].reverse();
	const end = matchEnd(reversed, chunks.map(chunk => chunk.toReversed()).reverse(), 0, greedy);
	return end < 0 ? value : reversed.slice(end).reverse().join('');
}

/** `${value/pattern/replacement}`, `//` for all: the leftmost longest match. */
export function replacePattern(value: string, pattern: string, replacement: string, all: boolean): string | undefined {
	const chunks = chunksOf(pattern);
	if (!chunks) { return undefined; }
	const characters = [...value];
	if (characters.length ** 2 * (sizeOf(chunks) + 1) > workLimit * 10) { return value; }
	let result = '';
	let at = 0;
	let previousEnd = -1;
	while (at <= characters.length) {
		const end = matchEnd(characters, chunks, at, true);
		if (end === nowhere) { return result + characters.slice(at).join(''); }
		const usable = end !== notHere && (end > at || at !== previousEnd);
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
	const chunks = /[[\]\\(]/.test(pattern) || value.length > 2000 ? undefined : chunksOf(pattern);
	const characters = [...value];
	return chunks && matchEnd(characters, chunks, 0, true) === characters.length;
}

function chunksOf(pattern: string): Chunks | undefined {
	const chunks: Token[][] = [[]];
	const characters = [...pattern];
	for (let at = 0; at < characters.length; at++) {
		const character = characters[at]!;
		if (character === '*') {
			if (chunks.length === 1 || chunks.at(-1)!.length > 0) { chunks.push([]); }
			continue;
		}
		if (character === '\\') {
			const next = characters[at + 1];
			if (next === '}' || next === '/') { continue; }
			if (next !== '*' && next !== '?' && next !== '\\') { return undefined; }
			at++;
		}
		chunks.at(-1)!.push(character === '?' ? one : characters[at]!);
	}
	return chunks;
}

function sizeOf(chunks: Chunks): number {
	return chunks.reduce((sum, chunk) => sum + chunk.length, chunks.length - 1);
}

/** No match begins at this place. */
const notHere = -1;
/** None begins at any later place either. */
const nowhere = -2;

/** End of the match that begins at `start`: the longest or the shortest. */
function matchEnd(text: readonly string[], chunks: Chunks, start: number, longest: boolean): number {
	if (text.length * sizeOf(chunks) > workLimit) { return nowhere; }
	const first = chunks[0]!;
	if (!fits(text, first, start)) { return notHere; }
	let at = start + first.length;
	for (let index = 1; index < chunks.length; index++) {
		const chunk = chunks[index]!;
		const last = index === chunks.length - 1;
		const found = last && longest ? lastFit(text, chunk, at) : firstFit(text, chunk, at);
		if (found === -1) { return nowhere; }
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
