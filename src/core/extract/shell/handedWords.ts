import { composeMap } from '../../util/composeMap.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import { subMap } from '../subMap.ts';
import { commandInput } from './commandInput.ts';
import { expandWord } from './expandWord.ts';
import type { ShellWord } from './shellWord.ts';
import type { SimpleCommand } from './scriptWalker.ts';

/** How a program that repeats a command (`xargs`, `parallel`) hands words to it. */
export interface Handing {
	/** Words behind `:::`; absent when the words are read. */
	readonly words?: readonly ShellWord[];
	/** What stands for a word in the command, `{}`; absent where a word goes to the end. */
	readonly mark?: string;
}

/** More words than these are no list that somebody has written. */
const most = 50;

/** A command once for each word that it is handed; only the command as it is written when a run alone knows the words. */
export function handedCommands(words: readonly ShellWord[], { words: given, mark }: Handing, command: SimpleCommand): readonly (readonly ShellWord[])[] {
	const items = given ?? readWords(command);
	if (items.length === 0 || items.length > most || items.some(({ open }) => open.length > 0)) { return [words]; }
	return items.map(item => {
		const marked = mark === undefined ? false : words.some(({ map }) => map.text.includes(mark));
		return marked ? words.map(word => word.map.text === mark ? item : filled(word, mark!, item)) : [...words, item];
	});
}

/** A word in which a mark stands for the item: `quay.io/{}`. */
function filled(word: ShellWord, mark: string, item: ShellWord): ShellWord {
	if (!word.map.text.includes(mark)) { return word; }
	const builder = new TextMapBuilder();
	let from = 0;
	for (let at = word.map.text.indexOf(mark); at !== -1; at = word.map.text.indexOf(mark, from)) {
		builder.verbatim(word.map.text.slice(from, at), from).replaced(item.map.text, at, at + mark.length);
		from = at + mark.length;
	}
	const map = composeMap(word.map, builder.verbatim(word.map.text.slice(from), from).build());
	const around = word.quoted.find(({ inner }) => inner.start === 0 && inner.end === word.map.text.length);
	return { ...word, map, quoted: around ? [{ ...around, inner: { start: 0, end: map.text.length } }] : [] };
}

/** The words that the script itself gives a command to read, by `echo`, `printf` or a heredoc. */
function readWords(command: SimpleCommand): readonly ShellWord[] {
	const { input, source, scope } = command;
	const name = input?.type === 'Command' ? input.name?.text : undefined;
	if (input?.type === 'Command' && (name === 'echo' || name === 'printf')) {
		const words = input.suffix
			.filter(item => item.type === 'Word')
			.map(word => expandWord(word, source, scope))
			.filter(({ map }) => !/^-[neE]+$/.test(map.text));
		const format = name === 'printf' ? words[0]?.map.text : undefined;
		// Where the format says more than `%s\n`, nobody tells here what comes out.
		if (format?.includes('%') && !/^%s(?:\\n|\n| )$/.test(format)) { return []; }
		return words.slice(format?.includes('%') ? 1 : 0).flatMap(piecesOf);
	}
	const text = commandInput(command);
	return text ? piecesOf(text) : [];
}

/** The words of a text. */
function piecesOf(text: ShellWord): readonly ShellWord[] {
	if (text.open.length > 0) { return [text]; }
	return [...text.map.text.matchAll(/\S+/g)].map(match => {
		const inner = { start: match.index, end: match.index + match[0].length };
		return { ...text, map: subMap(text.map, inner.start, inner.end), span: text.map.outerSpan(inner), quoted: [] };
	});
}
