import type { ImageUse, Span, VariableUse } from '../../model/index.ts';

/**
 * A variable in a text: `${NAME}` with or without a default, `$(NAME)` and `$$NAME` of a Makefile, `$NAME`, `$env:NAME` of PowerShell, `%NAME%` of
 * cmd.exe, and what templates and workflows write in two braces (`{{ name }}`, `{{.NAME}}`, `${{ env.NAME }}`) or CircleCI in angle brackets.
 */
export const variableExpression = /\$?\{\{-?\s*\.?(?<filled>[\w.-]+?)\s*-?\}\}|\$?\$(?:\{(?<braced>\w+)(?:(?<operator>:?[-=])?(?<fallback>[^{}]*))\}|\((?<made>[\w.-]+)\)|(?:env:)?(?<bare>\w+))|%(?<percent>\w+)%|<<\s*(?<angled>[\w.-]+)\s*>>/gi;

/** The name of the variable that a match of `variableExpression` is about. */
export function variableName({ groups }: RegExpExecArray): string | undefined {
	return groups?.['braced'] ?? groups?.['made'] ?? groups?.['bare'] ?? groups?.['filled'] ?? groups?.['percent'] ?? groups?.['angled'];
}

/** Where the variable of this name stands in the text of a use, else the whole text. */
export function spanOfVariable({ text, span }: ImageUse, name: string): Span {
	const found = [...text.matchAll(variableExpression)].find(match => variableName(match) === name);
	return found ? { start: span.start + found.index, end: span.start + found.index + found[0].length } : span;
}

/** A piece of a use's text (offsets in that) and what it gives of the value: its own characters, or those of a variable. */
export interface Piece {
	readonly from: number;
	readonly to: number;
	/** Where in the value it begins. */
	readonly at: number;
	readonly value: string;
	readonly expression?: { readonly match: RegExpExecArray; readonly variable: VariableUse };
}

/**
 * The text of a use beside its value, piece by piece. `undefined` where they cannot be laid side by side: an operator or quotes made another
 * value of it. Of a name whose value is open, variables without a value stay as they are written.
 */
export function piecesOf(use: ImageUse): readonly Piece[] | undefined {
	const pieces: Piece[] = [];
	const open = use.value === undefined;
	let at = 0;
	let end = 0;
	const lay = (to: number, value: string, expression?: Piece['expression']): void => {
		pieces.push({ from: end, to, at, value, ...(expression && { expression }) });
		at += value.length;
		end = to;
	};
	for (const match of use.text.matchAll(variableExpression)) {
		const variable = use.variables.find(({ name }) => name === variableName(match));
		const { operator, fallback } = match.groups ?? {};
		// In a name that is known all the same, a variable without a value gives nothing.
		const value = variable?.value ?? (variable?.origin === 'default' ? fallback : !open && !operator && !fallback ? '' : undefined);
		const known = variable && value !== undefined && !(open && operator === undefined && fallback);
		if (!known && open) { continue; }
		if (!known) { return undefined; }
		lay(match.index, use.text.slice(end, match.index));
		lay(match.index + match[0].length, value, { match, variable });
	}
	lay(use.text.length, use.text.slice(end));
	return open || pieces.map(({ value }) => value).join('') === use.value ? pieces : undefined;
}

/**
 * Where a part of the use's value (offsets in that) stands in its text: the characters themselves, and the whole expression of each variable
 * that gives some of them. `undefined` where text and value cannot be laid side by side.
 */
export function spanOfPart(use: ImageUse, part: Span | undefined): Span | undefined {
	const pieces = part && piecesOf(use)?.filter(({ at, value }) => Math.max(part.start, at) < Math.min(part.end, at + value.length));
	const [first, last] = [pieces?.[0], pieces?.at(-1)];
	if (!part || !first || !last) { return undefined; }
	const start = first.expression ? first.from : first.from + Math.max(part.start - first.at, 0);
	const end = last.expression ? last.to : last.from + Math.min(part.end - last.at, last.value.length);
	return { start: use.span.start + start, end: use.span.start + end };
}
