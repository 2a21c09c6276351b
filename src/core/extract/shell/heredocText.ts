import type { HereDoc, HereString } from 'unbash';
import { TextMapBuilder } from '../../util/textMap.ts';
import { composeMap } from '../../util/composeMap.ts';
import { expandHeredoc, expandWord } from './expandWord.ts';
import type { ShellScope } from './shellScope.ts';
import type { ShellSource } from './shellSource.ts';
import type { ShellWord } from './shellWord.ts';

/** What a command reads from `<<EOF` or `<<< "…"`; without the tabs that `<<-` takes away. `undefined` for an unfinished one. */
export function heredocText(input: HereDoc | HereString, source: ShellSource, scope: ShellScope): ShellWord | undefined {
	if (input.type === 'HereString') { return input.target && expandWord(input.target, source, scope); }
	if (!input.delimiter) { return undefined; }
	const word = expandHeredoc(input.body, input.delimiter.quoted, source, scope);
	if (input.operator === '<<' || !/^\t/m.test(word.map.text)) { return word; }
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of word.map.text.matchAll(/^\t+/gm)) {
		builder.verbatim(word.map.text.slice(from, match.index), from);
		from = match.index + match[0].length;
	}
	const inner = builder.verbatim(word.map.text.slice(from), from).build();
	const map = composeMap(word.map, inner);
	const place = (offset: number): number => offset - tabsBefore(word.map.text, offset);
	return { ...word, map, openSpans: word.openSpans.map(({ start, end }) => ({ start: place(start), end: place(end) })), quoted: [] };
}

function tabsBefore(text: string, offset: number): number {
	let count = 0;
	for (const match of text.slice(0, offset).matchAll(/^\t+/gm)) { count += match[0].length; }
	return count;
}
