import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { joinWords } from './joinWords.ts';
import type { ShellWord } from './shellWord.ts';

/** What `echo` or `printf` writes of its words; `undefined` where a format makes more of them than lines. */
export function echoedText(name: string, words: readonly ShellWord[]): ShellWord | undefined {
	const first = words.findIndex(({ map }) => !/^-[neE]+$/.test(map.text));
	if (first === -1) { return undefined; }
	const [format, ...others] = words.slice(first);
	const isList = name === 'printf' && /^%s\\n$/.test(format!.map.text);
	if (name === 'printf' && !isList && others.length > 0) { return undefined; }
	const text = isList ? joinWords(others, '\n') : joinWords(words.slice(first), ' ');
	return text && { ...text, map: withLineEnds(text.map) };
}

/** `\n` as `echo -e` and `printf` write it. */
function withLineEnds(map: TextMap): TextMap {
	if (!map.text.includes('\\n')) { return map; }
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of map.text.matchAll(/\\n/g)) {
		builder.verbatim(map.text.slice(from, match.index), from).replaced('\n', match.index, match.index + 2);
		from = match.index + 2;
	}
	return composeMap(map, builder.verbatim(map.text.slice(from), from).build());
}
