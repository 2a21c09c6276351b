import type { Word } from 'unbash';
import { expandWord } from './expandWord.ts';
import { listedValues } from './listedValues.ts';
import type { ShellScope, ShellVariable } from './shellScope.ts';
import type { ShellSource } from './shellSource.ts';

/** A loop with more rounds is no list that somebody has written. */
const most = 50;

/** What the variable of `for x in …` becomes in turn; `undefined` when only a run knows. */
export function loopValues(words: readonly Word[], source: ShellSource, scope: ShellScope, file: string): readonly ShellVariable[] | undefined {
	const found = listValues(words, source, scope, file);
	return found?.every(({ open }) => open.length === 0) ? found : undefined;
}

/** What the variable of `for x; do` becomes in turn. */
export function argumentValues({ args }: ShellScope): readonly ShellVariable[] | undefined {
	if (!args || args === 'unknown' || args.length === 0 || args.some(({ open }) => open.length > 0)) { return undefined; }
	return args.map(({ map, place }) => ({ value: map.text, open: [], ...(place && { source: place }) }));
}

/** The elements of a list of words, some of which may have stayed open; `undefined` when nobody knows how many there are. */
export function listValues(words: readonly Word[], source: ShellSource, scope: ShellScope, file: string): readonly ShellVariable[] | undefined {
	const found: ShellVariable[] = [];
	for (const word of words) {
		const values = wordValues(word, source, scope, file);
		if (!values || found.length + values.length > most) { return undefined; }
		found.push(...values);
	}
	return found.length === 0 ? undefined : found;
}

function wordValues(word: Word, source: ShellSource, scope: ShellScope, file: string): readonly ShellVariable[] | undefined {
	const listed = listedValues(word, scope);
	if (listed) { return listed === 'unknown' ? undefined : listed; }
	if (word.parts?.some(({ type }, index) => (type === 'Glob' || type === 'ExtendedGlob') && !(index === 0 && /^\[[^\]]*\]=/.test(word.text)))) {
		return undefined;
	}
	const expanded = expandWord(word, source, scope);
	const variable = (value: string): ShellVariable => ({
		value, open: expanded.open, source: { file, span: expanded.span },
		...(expanded.environmentDependent && { environmentDependent: true }),
	});
	const braced = word.parts?.some(({ type }) => type === 'BraceExpansion') ? bracedValues(word.text) : undefined;
	if (braced) { return braced.map(value => ({ ...variable(value), open: [] })); }
	const value = expanded.map.text;
	const expands = word.parts?.some(({ type }) => type === 'SimpleExpansion' || type === 'ParameterExpansion' || type === 'CommandExpansion');
	if (expanded.open.length > 0 && expands) { return undefined; }
	// Without quotes, blanks in a variable's value separate words.
	return (expands && /\s/.test(value) ? value.split(/\s+/).filter(Boolean) : [value]).map(variable);
}

/** `a-{b,c}`: one list of plain words in braces. */
function bracedValues(text: string): readonly string[] | undefined {
	const range = /^([\w./:@-]*)\{(\d{1,4})\.\.(\d{1,4})\}([\w./:@-]*)$/.exec(text);
	if (range) {
		const [from, to] = [Number(range[2]), Number(range[3])];
		const step = from > to ? -1 : 1;
		// `{01..10}` keeps its zeros.
		const width = /^0\d/.test(range[2]!) || /^0\d/.test(range[3]!) ? Math.max(range[2]!.length, range[3]!.length) : 0;
		return Math.abs(to - from) >= most
			? undefined
			: Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => range[1]! + String(from + index * step).padStart(width, '0') + range[4]!);
	}
	const match = /^([\w./:@-]*)\{([\w./:@-]*(?:,[\w./:@-]*)+)\}([\w./:@-]*)$/.exec(text);
	return match?.[2]!.split(',').map(piece => match[1]! + piece + match[3]!);
}
