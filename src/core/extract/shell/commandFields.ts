import type { Word } from 'unbash';
import { TextMapBuilder } from '../../util/textMap.ts';
import { expandWord } from './expandWord.ts';
import { handedArguments, listedValues } from './listedValues.ts';
import type { ShellScope } from './shellScope.ts';
import type { ShellSource } from './shellSource.ts';
import type { ShellWord } from './shellWord.ts';
import { flagWords } from './programWords.ts';
import { splitWord } from './splitWord.ts';

/**
 * The words that a shell makes of one written word: one for most, several for `"${x[@]}"`, `"$@"` and an unquoted variable with blanks in
 * its value, none for an empty one.
 */
export function commandFields(word: Word, source: ShellSource, scope: ShellScope): readonly ShellWord[] {
	const handed = handedArguments(word, scope);
	if (handed && handed !== 'unknown') { return handed.map(each => ({ ...each, elsewhere: true })); }
	const expanded = expandWord(word, source, scope);
	const listed = listedValues(word, scope);
	if (listed === 'unknown') { return [{ ...expanded, rest: true }]; }
	if (!listed) { return flagWords(expanded, scope) ?? splitWord(word, expanded); }
	const quotes = word.text.startsWith('"') ? 1 : 0;
	const inner = source.map.outerSpan({ start: word.pos + quotes, end: word.end - quotes });
	return listed.map(({ value, open, environmentDependent, source: place }): ShellWord => ({
		span: expanded.span,
		map: new TextMapBuilder().replaced(value, inner.start, inner.end).build(),
		open, openSpans: open.map(() => ({ start: 0, end: value.length })),
		variables: [{ name: word.text.replace(/[^\w]/g, ''), value, origin: 'shell', ...(place && { source: place }) }],
		environmentDependent: environmentDependent === true,
		quoted: quotes > 0 ? [{ inner: { start: 0, end: value.length }, outer: expanded.span }] : [],
	}));
}
