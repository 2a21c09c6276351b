import type { Value } from './value.ts';

const longestText = 64;
const longestPattern = 200;
const mostRepeats = 3;

/** Patterns that mean the same in Go and in JavaScript. Go's cannot run away, ours could: groups that repeat what repeats are left out, and few repeats meet short texts. */
const portable = /^(?:[\w\-./:@ ^$|]|\[\^?[\w\-./:@]+\]|\\[dw.\-/]|\((?:\?:)?(?:[\w\-./:@|]|\[\^?[\w\-./:@]+\]|\\[dw.\-/])[+*?]?\)(?![+*?])|[+*?](?![+*?]))*$/;

/** `regex(pattern, text)` without groups: the first match. `undefined` where it is not known that both languages agree. */
export function regexMatch(pattern: Value | undefined, text: Value | undefined): string | undefined {
	const regex = typeof pattern === 'string' && !/\((?!\?:)/.test(pattern) ? compile(pattern, '') : undefined;
	return regex && isShort(text) ? regex.exec(text)?.[0] : undefined;
}

/** `regex_replace(text, pattern, replacement)`: all matches, with `$1` and `${1}` for groups. */
export function regexReplace(text: Value | undefined, pattern: Value | undefined, by: Value | undefined): string | undefined {
	const regex = typeof pattern === 'string' ? compile(pattern, 'g') : undefined;
	return regex && isShort(text) && typeof by === 'string' ? text.replace(regex, replacement(by)) : undefined;
}

function compile(pattern: string, flags: string): RegExp | undefined {
	const isSafe = pattern.length <= longestPattern && portable.test(pattern) && (pattern.match(/[+*]/g) ?? []).length <= mostRepeats;
	return isSafe ? new RegExp(pattern, flags) : undefined;
}

function isShort(text: Value | undefined): text is string {
	return typeof text === 'string' && text.length <= longestText;
}

/** Go reads `$1x` as the group of that name, which is none. */
function replacement(by: string): string {
	return by.replace(/\$\{(\d)\}|\$(\d)(?!\w)|\$(\w*)/g, (_, braced: string | undefined, plain: string | undefined) => {
		const group = braced ?? plain;
		return group === undefined ? '' : `$${group}`;
	});
}
