import type { Value } from './value.ts';

const longestText = 64;
const longestPattern = 200;
const mostRepeats = 3;

/**
 * Patterns that mean the same in Go and in JavaScript. Go's cannot run away, ours could: groups that repeat what repeats are left out, and
 * few repeats meet short texts.
 */
const portable = /^(?:[\w\-./:@ ^$|]|\[\^?[\w\-./:@]+\]|\\[dDwWsS.\-/]|\((?:\?:)?(?:[\w\-./:@|]|\[\^?[\w\-./:@]+\]|\\[dDwWsS.\-/])[+*?]?\)\??(?![+*?])|[+*?](?![+*?]))*$/;

/** `regex(pattern, text)` without groups: the first match. `undefined` where it is not known that both languages agree. */
export function regexMatch(pattern: Value | undefined, text: Value | undefined): string | undefined {
	const regex = typeof pattern === 'string' && !/\((?!\?:)/.test(pattern) ? compile(pattern, '') : undefined;
	return regex && isShort(text) ? regex.exec(text)?.[0] : undefined;
}

/** `regexall(pattern, text)` without groups: every match. */
export function regexAll(pattern: Value | undefined, text: Value | undefined): readonly string[] | undefined {
	const regex = typeof pattern === 'string' && !/\((?!\?:)/.test(pattern) ? compile(pattern, 'g') : undefined;
	return regex && isShort(text) ? text.match(regex) ?? [] : undefined;
}

/** `regex_replace(text, pattern, replacement)`: all matches, with `$1` and `${1}` for groups. */
export function regexReplace(text: Value | undefined, pattern: Value | undefined, by: Value | undefined): string | undefined {
	const regex = typeof pattern === 'string' ? compile(pattern, 'g') : undefined;
	if (!regex || !isShort(text) || typeof by !== 'string') { return undefined; }
	return text.replace(regex, (...found: readonly (string | number | undefined)[]) => fill(by, found.slice(0, -2)));
}

function compile(pattern: string, flags: string): RegExp | undefined {
	const isSafe = pattern.length <= longestPattern && portable.test(pattern) && (pattern.match(/[+*]/g) ?? []).length <= mostRepeats;
	if (!isSafe) { return undefined; }
	try {
		return new RegExp(pattern, flags);
	} catch {
		return undefined;
	}
}

/** Outside ASCII the two languages count characters and blanks differently. */
function isShort(text: Value | undefined): text is string {
	return typeof text === 'string' && text.length <= longestText && !/[^\n-~]/.test(text);
}

/** Go reads `$1x` as the group of that name, which is none. */
function fill(by: string, groups: readonly (string | number | undefined)[]): string {
	return by.replace(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced: string | undefined, plain: string | undefined) =>
		whole === '$$' ? '$' : String(groups[Number(braced ?? plain)] ?? ''));
}
