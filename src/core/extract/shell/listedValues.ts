import type { Word, WordPart } from 'unbash';
import type { ShellScope, ShellVariable } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';

/**
 * What a word that is a list, and nothing else, stands for: `"${x[@]}"`, `"${!x[@]}"`, `"$@"`. `'unknown'` when only a run knows,
 * `undefined` for all other words.
 */
export function listedValues(word: Word, scope: ShellScope): readonly ShellVariable[] | 'unknown' | undefined {
	const part = onlyPart(word.parts);
	if (!part) { return undefined; }
	const args = argumentsIn(part, scope);
	if (args) {
		return args === 'unknown'
			? args
			: args.map(({ map, open, environmentDependent, place }) =>
				({ value: map.text, open, ...(place && { source: place }), ...(environmentDependent && { environmentDependent }) }));
	}
	const index = part.type === 'ParameterExpansion' && !part.operation ? part.index?.text : undefined;
	if (part.type !== 'ParameterExpansion' || (index !== '@' && index !== '*') || part.prefix === '#') { return undefined; }
	const variable = scope.get(part.parameter);
	if (!variable || variable === 'unknown') { return 'unknown'; }
	const { entries, elements } = variable;
	if (part.prefix) {
		return (entries ? [...entries.keys()] : elements ? [...elements.keys()].map(String) : undefined)?.map(value => ({ value, open: [] })) ?? 'unknown';
	}
	return entries ? [...entries.values()] : elements ?? 'unknown';
}

/** The words behind `"$@"` and `"${@:2}"`; `undefined` for a word that is something else. */
export function handedArguments(word: Word, scope: ShellScope): readonly ShellWord[] | 'unknown' | undefined {
	const part = onlyPart(word.parts);
	return part && argumentsIn(part, scope);
}

function argumentsIn(part: WordPart, { args = 'unknown' }: ShellScope): readonly ShellWord[] | 'unknown' | undefined {
	if (part.type === 'SimpleExpansion') { return /^\$[@*]$/.test(part.text) ? args : undefined; }
	if (part.type !== 'ParameterExpansion' || (part.parameter !== '@' && part.parameter !== '*') || part.prefix) { return undefined; }
	if (!part.operation) { return args; }
	const from = part.operation.type === 'Slice' && !part.operation.length && /^[1-9]$/.test(part.operation.offset.text)
		? Number(part.operation.offset.text) - 1
		: undefined;
	return from === undefined || args === 'unknown' ? 'unknown' : args.slice(from);
}

function onlyPart(parts: readonly WordPart[] | undefined): WordPart | undefined {
	const part = parts?.length === 1 ? parts[0] : undefined;
	return part?.type === 'DoubleQuoted' ? onlyPart(part.parts) : part;
}
