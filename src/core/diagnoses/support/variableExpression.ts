import type { ImageUse, Span } from '../../model/index.ts';

/** A variable in a text: `${NAME}` with or without a default, `$(NAME)` of a Makefile, `$NAME`. */
export const variableExpression = /\$(?:\{(?<braced>\w+)(?:(?<operator>:?[-=])?(?<fallback>[^{}]*))\}|\((?<made>\w+)\)|(?<bare>\w+))/g;

/** The name of the variable that a match of `variableExpression` is about. */
export function variableName({ groups }: RegExpExecArray): string | undefined {
	return groups?.['braced'] ?? groups?.['made'] ?? groups?.['bare'];
}

/** Where the variable of this name stands in the text of a use, else the whole text. */
export function spanOfVariable({ text, span }: ImageUse, name: string): Span {
	const found = [...text.matchAll(variableExpression)].find(match => variableName(match) === name);
	return found ? { start: span.start + found.index, end: span.start + found.index + found[0].length } : span;
}

/**
 * Where a part of the use's value (offsets in that) stands in its text: the characters themselves, and the whole expression of each variable
 * that gives some of them. `undefined` where text and value cannot be laid side by side.
 */
export function spanOfPart(use: ImageUse, part: Span | undefined): Span | undefined {
	if (!part || use.value === undefined) { return undefined; }
	let built = '';
	let end = 0;
	let start: number | undefined;
	let last: number | undefined;
	// A piece of the text, and how many characters of the value it gives: its own, or those of a variable.
	const lay = (from: number, to: number, value: string, literal: boolean): void => {
		const within = { start: Math.max(part.start, built.length), end: Math.min(part.end, built.length + value.length) };
		if (within.start < within.end) {
			start ??= literal ? from + within.start - built.length : from;
			last = literal ? from + within.end - built.length : to;
		}
		built += value;
	};
	for (const match of use.text.matchAll(variableExpression)) {
		const value = use.variables.find(({ name }) => name === variableName(match))?.value;
		if (value === undefined) { return undefined; }
		lay(end, match.index, use.text.slice(end, match.index), true);
		end = match.index + match[0].length;
		lay(match.index, end, value, false);
	}
	lay(end, use.text.length, use.text.slice(end), true);
	return built === use.value && start !== undefined && last !== undefined ? { start: use.span.start + start, end: use.span.start + last } : undefined;
}
