import type { Word } from 'unbash';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { ShellWord } from './shellWord.ts';

/** What a shell makes of a word outside of quotes: nothing when it is empty, several words where the value of a variable in it has blanks. */
export function splitWord(word: Word, expanded: ShellWord): readonly ShellWord[] {
	// `# …` in backticks is a comment in the middle of a command.
	if (/^`[ \t]*#[^`]*`$/.test(word.text)) { return []; }
	const { text } = expanded.map;
	if (expanded.quoted.length > 0 || expanded.open.length > 0 || expanded.variables.length === 0) { return [expanded]; }
	if (text.trim() === '') { return []; }
	if (!/\s/.test(text) || word.text.includes('\\')) { return [expanded]; }
	const { span } = expanded;
	return text.trim().split(/\s+/).map(piece => ({ ...expanded, map: new TextMapBuilder().replaced(piece, span.start, span.end).build() }));
}
