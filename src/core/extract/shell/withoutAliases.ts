import { TextMapBuilder } from '../../util/textMap.ts';
import type { ShellWord } from './shellWord.ts';

/** The words of a command, with what an alias or a function that hands its arguments on stands for in place of its name. */
export function withoutAliases(words: readonly ShellWord[], aliases: ReadonlyMap<string, readonly string[]>): readonly ShellWord[] {
	let result = words;
	const seen = new Set<string>();
	for (let first = result[0]; first && !seen.has(first.map.text); first = result[0]) {
		const { span, map: { text } } = first;
		const alias = aliases.get(text);
		if (!alias) { break; }
		seen.add(text);
		let rest = result.slice(1);
		// What repeats or times its arguments takes numbers and switches of its own.
		if (alias.length === 0) { rest = rest.slice(Math.max(0, rest.findIndex(({ map }) => !/^(?:\d+[smh]?|-.*)$/.test(map.text)))); }
		const put = alias.map((word): ShellWord =>
			({
				span,
				map: new TextMapBuilder().replaced(word, span.start, span.end).build(),
				open: [],
				openSpans: [],
				variables: [],
				environmentDependent: false,
				quoted: [],
			}));
		result = [...put, ...rest];
	}
	return result;
}
