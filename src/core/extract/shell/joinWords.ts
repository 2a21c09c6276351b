import { TextMapBuilder } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';
import type { ShellWord } from './shellWord.ts';

/** Words one behind the other with `separator` between, as `echo` writes them; `undefined` for none. */
export function joinWords(words: readonly ShellWord[], separator: string): ShellWord | undefined {
	const [first, ...others] = words;
	if (!first || others.length === 0) { return first; }
	const builder = new TextMapBuilder();
	const openSpans = words.flatMap(({ map, openSpans: spans }, index) => {
		if (index > 0) {
			const end = words[index - 1]!.span.end;
			builder.replaced(separator, end, end);
		}
		const from = builder.length;
		appendMapped(builder, map, 0, map.text.length);
		return spans.map(({ start, end }) => ({ start: start + from, end: end + from }));
	});
	return {
		span: { start: first.span.start, end: others.at(-1)!.span.end },
		map: builder.build(),
		open: words.flatMap(({ open }) => open),
		openSpans,
		variables: words.flatMap(({ variables }) => variables),
		environmentDependent: words.some(({ environmentDependent }) => environmentDependent),
		quoted: [],
	};
}
