import type { ShellVariable } from '../shellScope.ts';

/** What an expression of a justfile comes to. */
export interface Evaluated {
	readonly value: string;
	/** Where the value stands in the expression; a single string without its quotes. */
	readonly start: number;
	readonly end: number;
	readonly environmentDependent: boolean;
}

const term = /\s*(?:"([^"\\{]*)"|'([^'{]*)'|env(?:_var_or_default|_var)?\(\s*(?:"[^"]*"|'[^']*')\s*,\s*(?:"([^"\\{]*)"|'([^'{]*)')\s*\)|([A-Za-z_][\w-]*)(?![\w(-]))\s*(?:#[^\n]*$|([+/])|$)/y;

/** Strings, known names and `env("X", "default")`, put together by `+` and `/`; `undefined` for all else. */
export function justExpression(expression: string, known: ReadonlyMap<string, ShellVariable>): Evaluated | undefined {
	let value = '';
	let joint = '';
	let environmentDependent = false;
	let first: { start: number; end: number } | undefined;
	let terms = 0;
	for (let at = 0; at < expression.length || terms === 0 || joint !== '';) {
		term.lastIndex = at;
		const match = term.exec(expression);
		if (!match) { return undefined; }
		const variable = match[5] === undefined ? undefined : known.get(match[5].replaceAll('-', '_'));
		const text = match[1] ?? match[2] ?? match[3] ?? match[4] ?? (variable?.open.length === 0 ? variable.value : undefined);
		if (text === undefined) { return undefined; }
		environmentDependent ||= match[3] !== undefined || match[4] !== undefined || variable?.environmentDependent === true;
		value += (terms > 0 && joint === '/' ? '/' : '') + text;
		const start = expression.indexOf(text, at);
		first ??= start < 0 ? { start: at, end: at } : { start, end: start + text.length };
		joint = match[6] ?? '';
		terms++;
		at = term.lastIndex;
		if (joint === '') { break; }
	}
	const place = terms === 1 && first ? first : { start: 0, end: expression.trimEnd().length };
	return { value, ...place, environmentDependent };
}
