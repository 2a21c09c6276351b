import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { expandWord } from './expandWord.ts';
import { heredocText } from './heredocText.ts';
import type { ShellWord } from './shellWord.ts';
import type { SimpleCommand } from './scriptWalker.ts';

/** What a command reads, when the script itself holds it. */
export function commandInput({ input, source, scope }: SimpleCommand): ShellWord | undefined {
	if (!input) { return undefined; }
	if (input.type === 'ProcessSubstitution') {
		const written = scope.evaluate?.(input, scope);
		const span = source.map.outerSpan({ start: input.pos, end: input.end });
		return written && written.open.length === 0
			? {
				span,
				map: new TextMapBuilder().replaced(written.value, span.start, span.end).build(),
				open: [],
				openSpans: [],
				variables: [],
				environmentDependent: false,
				quoted: [],
			}
			: undefined;
	}
	if (input.type !== 'Command') { return heredocText(input, source, scope); }
	const name = input.name?.text;
	if (name === 'cat' || name === 'tee') {
		const here = input.suffix.findLast(item => item.type === 'HereDoc' || item.type === 'HereString');
		return here && heredocText(here, source, scope);
	}
	const [word, ...others] = input.suffix.filter(item => item.type === 'Word').filter(({ text }) => !/^-[neE]+$/.test(text));
	if ((name !== 'echo' && name !== 'printf') || !word || others.length > 0) { return undefined; }
	const text = expandWord(word, source, scope);
	return { ...text, map: withLineEnds(text.map) };
}

/** `\n` as `echo -e` and `printf` write it. */
function withLineEnds(map: TextMap): TextMap {
	const builder = new TextMapBuilder();
	let from = 0;
	for (const match of map.text.matchAll(/\\n/g)) {
		builder.verbatim(map.text.slice(from, match.index), from).replaced('\n ', match.index, match.index + 2);
		from = match.index + 2;
	}
	return composeMap(map, builder.verbatim(map.text.slice(from), from).build());
}
