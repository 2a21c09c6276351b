import type { CompoundList, Word } from 'unbash';
import type { Span } from '../../model/index.ts';
import type { ShellVariable } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';

/** A loop over more lines than these goes over what nobody has written by hand. */
const mostLines = 50;

/** How `read` takes a line apart. */
export interface LineReader {
	readonly names: readonly string[];
	/** What `IFS=` says for it; absent for blanks. */
	readonly separators?: string;
	/** `-a`: the fields become an array of this name. */
	readonly array?: string;
}

/** The `read` that is a loop's condition, `read -r x` or `read -r x || [ -n "$x" ]`; `undefined` for all others. */
export function loopReader({ commands }: CompoundList): LineReader | undefined {
	const first = commands.length === 1 ? commands[0]!.command : undefined;
	const node = first?.type === 'AndOr' && first.operators[0] === '||' ? first.commands[0] : first;
	return node?.type === 'Command' && node.name?.text === 'read'
		? lineReader(node.prefix.filter(item => item.type === 'Assignment'), node.suffix.filter(item => item.type === 'Word'))
		: undefined;
}

/** From the assignments before and the words behind `read`; `undefined` when some flag changes what a line is. */
export function lineReader(
	prefix: readonly { readonly name: string; readonly value: { readonly type: string; readonly text?: string } }[],
	words: readonly Pick<Word, 'text'>[],
): LineReader | undefined {
	const separators = prefix.find(({ name }) => name === 'IFS')?.value.text
		?.replace(/^\$?(["'])(.*)\1$/, '$2')
		.replaceAll('\\t', '\t')
		.replaceAll('\\n', '\n');
	const names: string[] = [];
	let array: string | undefined;
	for (let at = 0; at < words.length; at++) {
		const { text } = words[at]!;
		if (/^-[rs]*a$/.test(text)) { array = words[++at]?.text; continue; }
		if (text === '-p') { at++; continue; }
		if (/^-[rs]+$/.test(text)) { continue; }
		if (!/^[A-Za-z_]\w*$/.test(text)) { return undefined; }
		names.push(text);
	}
	return names.length === 0 && array === undefined
		? undefined
		: { names, ...(separators !== undefined && { separators }), ...(array !== undefined && { array }) };
}

/** The fields of a line, as many as there are names; the last one has all that is left. */
export function fieldsOf(line: string, { names, separators, array }: LineReader): readonly Span[] {
	const most = array === undefined ? names.length : 100;
	const isBlank = separators === undefined;
	const is = (at: number): boolean => isBlank ? /\s/.test(line[at]!) : separators.includes(line[at]!);
	const found: Span[] = [];
	let start = 0;
	let end = line.length;
	if (isBlank || /\s/.test(separators)) {
		while (start < end && /\s/.test(line[start]!)) { start++; }
		while (end > start && /\s/.test(line[end - 1]!)) { end--; }
	}
	for (let at = start; at < end && found.length < most - 1; at++) {
		if (!is(at)) { continue; }
		found.push({ start, end: at });
		while (isBlank && is(at + 1)) { at++; }
		start = at + 1;
	}
	return [...found, { start, end }];
}

/** The variables of each round of a loop over the lines of a text; `undefined` for none, and for more than somebody has written by hand. */
export function lineRounds({ map }: Pick<ShellWord, 'map'>, reader: LineReader, file: string): readonly ReadonlyMap<string, ShellVariable>[] | undefined {
	const lines = [...map.text.matchAll(/[^\n]*\S[^\n]*/g)].slice(0, mostLines + 1);
	if (lines.length === 0 || lines.length > mostLines) { return undefined; }
	return lines.map(match => {
		const fields = fieldsOf(match[0], reader);
		return new Map(reader.names.map((name, index): [string, ShellVariable] => {
			const { start, end } = fields[index] ?? { start: 0, end: 0 };
			const span = { start: match.index + start, end: match.index + end };
			return [
				name,
				{ value: map.text.slice(span.start, span.end), open: [], ...(map.verbatim(span) && { source: { file, span: map.outerSpan(span) } }) },
			];
		}));
	});
}

/** The variable that the lines of `mapfile -t x` go to; `undefined` when some flag says more. */
export function mapfileName(words: readonly Pick<Word, 'text'>[]): string | undefined {
	const [first, second] = words.map(({ text }) => text);
	return words.length === 2 && first === '-t' && /^[A-Za-z_]\w*$/.test(second!) ? second : undefined;
}
