import type { Assignment, Word } from 'unbash';
import type { CommandEnvironment } from '../../model/index.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import { expandWord } from './expandWord.ts';
import { listValues } from './loopValues.ts';
import type { ShellScope, ShellVariable } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';
import { commandWord } from './shellWord.ts';
import type { SimpleCommand } from './scriptWalker.ts';

/** What `NAME=value` says. */
export interface Assigned {
	readonly name: string;
	readonly value: CommandEnvironment['value'];
	/** What the variable is then. */
	readonly variable: ShellVariable | 'unknown';
}

/** Reads `X=…`, `X+=…`, `X=(…)`, `X[1]=…` where they stand; the scope stays as it is. */
export function readAssignment(assignment: Assignment, { source, scope }: SimpleCommand, file: string, outerText: string): Assigned {
	const { name, value: written, append, index } = assignment;
	const before = scope.get(name);
	const word = written.type === 'Word' && !index ? appended(before, append, expandWord(written, source, scope)) : undefined;
	const span = source.map.outerSpan({ start: assignment.pos, end: assignment.end });
	const text = outerText.slice(span.start, span.end);
	const value = word ? commandWord(word, outerText) : { span, text, value: text, open: [name] };
	if (written.type === 'ArrayValue') {
		return {
			name,
			value,
			variable: arrayOf(
				written.elements.length === 0 ? [] : listValues(written.elements, source, scope, file),
				append ? before : undefined,
				append === true,
			),
		};
	}
	if (index) {
		return { name, value, variable: withElement(before, expandWord(index, source, scope), variableOf(expandWord(written, source, scope), file)) };
	}
	const choices = word && word.open.length > 0 ? substituted(written, scope) : undefined;
	return { name, value, variable: choices ? { ...choices, open: [name] } : word ? variableOf(word, file) : 'unknown' };
}

/** Gives the variable its value. */
export function assign(scope: ShellScope, { name, variable }: Pick<Assigned, 'name' | 'variable'>): void {
	if (variable !== 'unknown' && variable.choices) { scope.chosen.add(name); }
	scope.set(name, variable);
}

function variableOf(word: ShellWord, file: string): ShellVariable {
	return { value: word.map.text, open: word.open, source: { file, span: word.span }, ...(word.environmentDependent && { environmentDependent: true }) };
}

/** `$(…)` that writes one of several things. */
function substituted({ parts }: Word, scope: ShellScope): ShellVariable | undefined {
	const [first] = parts ?? [];
	const part = first?.type === 'DoubleQuoted' ? first.parts[0] : first;
	const alone = parts?.length === 1 && (first?.type !== 'DoubleQuoted' || first.parts.length === 1);
	const found = alone && part?.type === 'CommandExpansion' ? scope.evaluate?.(part, scope) : undefined;
	return found?.choices ? found : undefined;
}

/** What `X+=…` makes of the value so far. */
function appended(before: ShellVariable | 'unknown' | undefined, append: boolean | undefined, word: ShellWord): ShellWord | undefined {
	if (!append) { return word; }
	if (!before || before === 'unknown' || before.open.length + word.open.length > 0 || before.elements || before.entries) { return undefined; }
	const { span } = word;
	return { ...word, map: new TextMapBuilder().replaced(before.value + word.map.text, span.start, span.end).build(), quoted: [] };
}

function arrayOf(added: readonly ShellVariable[] | undefined, before: ShellVariable | 'unknown' | undefined, append: boolean): ShellVariable | 'unknown' {
	if (!added || (append && (!before || before === 'unknown' || before.choices))) { return 'unknown'; }
	const known = before && before !== 'unknown' ? before : undefined;
	const pairs = added.map(element => ({ element, key: /^\[([^\]]*)\]=/.exec(element.value) }));
	if (pairs.some(({ key }) => key)) {
		if (pairs.some(({ key }) => !key) || (known && !known.entries)) { return 'unknown'; }
		const entries = new Map([
			...known?.entries ?? [],
			...pairs.map(({ element, key }): [string, ShellVariable] => [key![1]!, { ...element, value: element.value.slice(key![0].length) }]),
		]);
		return { value: '', open: ['[]'], entries };
	}
	if (known?.entries) { return 'unknown'; }
	const elements = [...known?.elements ?? (known ? [known] : []), ...added];
	// `$x` of an array is its first element.
	return { ...elements[0] ?? { value: '', open: [] }, elements };
}

function withElement(before: ShellVariable | 'unknown' | undefined, index: ShellWord, variable: ShellVariable): ShellVariable | 'unknown' {
	if (index.open.length > 0 || before === 'unknown' || before?.choices) { return 'unknown'; }
	const key = index.map.text;
	if (before?.elements && /^\d{1,3}$/.test(key) && Number(key) <= before.elements.length) {
		const elements = before.elements.toSpliced(Number(key), 1, variable);
		return { ...elements[0]!, elements };
	}
	if (before && !before.entries) { return 'unknown'; }
	return { value: '', open: ['[]'], entries: new Map([...before?.entries ?? [], [key, variable]]) };
}
