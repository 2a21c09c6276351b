import { TextMapBuilder } from '../../util/textMap.ts';
import { echoedText } from './echoedText.ts';
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
	if (name !== 'echo' && name !== 'printf') { return undefined; }
	return echoedText(name, input.suffix.filter(item => item.type === 'Word').map(word => expandWord(word, source, scope)));
}
