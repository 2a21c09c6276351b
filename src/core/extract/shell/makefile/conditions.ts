import type { Branch, Condition } from './worlds.ts';

/** Where a line stands. */
export interface Conditional {
	/** The branches around it, the outer one first. */
	readonly branches: readonly Branch[];
	/** Variables that are empty there: `ifndef X`, `ifeq ($(X),)`. */
	readonly empty: readonly string[];
}

interface Open {
	readonly start: number;
	readonly texts: string[];
	complete: boolean;
}

const nowhere: Conditional = { branches: [], empty: [] };

/**
 * For each line of a Makefile (without line ends) the conditionals that it stands in (GNU make manual, chapter 7). Those with the same
 * conditions are the same fork: they go the same way.
 */
export function conditionsOf(lines: readonly string[]): readonly Conditional[] {
	const forks = forksOf(lines);
	const stack: { readonly fork: Condition | undefined; readonly way: number; readonly empty: string | undefined }[] = [];
	let now = nowhere;
	const settle = (): void => {
		const known = stack.flatMap(({ fork, way, empty }): Branch[] => fork && empty === undefined ? [{ fork, way }] : []);
		now = stack.length === 0 ? nowhere : { branches: known, empty: stack.flatMap(({ empty }) => empty ?? []) };
	};
	return lines.map((line, index) => {
		const word = directiveOf(line);
		if (word === 'if') {
			stack.push({ fork: forks.get(index), way: 0, empty: emptyIn(line) });
			settle();
		} else if (word === 'else' && stack.length > 0) {
			const { fork, way } = stack.pop()!;
			stack.push({ fork, way: way + 1, empty: undefined });
			settle();
		} else if (word === 'endif') {
			stack.pop();
			settle();
		}
		return now;
	});
}

/** The fork of each line that begins a conditional. */
function forksOf(lines: readonly string[]): ReadonlyMap<number, Condition> {
	const forks = new Map<number, Condition>();
	const byText = new Map<string, Condition>();
	const open: Open[] = [];
	const close = (): void => {
		const { start, texts, complete } = open.pop()!;
		const text = texts.join('\n');
		const fork = byText.get(text) ?? { asked: new Set<string>(), text, ways: texts.length + (complete ? 0 : 1) };
		byText.set(text, fork);
		forks.set(start, fork);
	};
	lines.forEach((line, index) => {
		const word = directiveOf(line);
		if (word === 'if') {
			open.push({ start: index, texts: [line.trim()], complete: false });
		} else if (word === 'else' && open.length > 0) {
			const inner = open.at(-1)!;
			inner.texts.push(line.trim());
			inner.complete = /^\s*else\s*(?:#|$)/.test(line);
		} else if (word === 'endif' && open.length > 0) {
			close();
		}
	});
	while (open.length > 0) { close(); }
	return forks;
}

function directiveOf(line: string): 'if' | 'else' | 'endif' | undefined {
	if (line.startsWith('\t')) { return undefined; }
	const word = /^ *(ifn?eq|ifn?def|else|endif)\b/.exec(line)?.[1];
	return word?.startsWith('if') ? 'if' : word as 'else' | 'endif' | undefined;
}

/** The variable that a condition finds empty. */
function emptyIn(line: string): string | undefined {
	const match = /^ *(?:ifndef\s+(\S+)|ifeq\s*\(\s*(?:\$\((?:strip\s+\$\()?([\w.-]+)\)?\)\s*,\s*|,\s*\$\((?:strip\s+\$\()?([\w.-]+)\)?\)\s*)\)|ifeq\s+(?:"\$\(([\w.-]+)\)"\s+""|""\s+"\$\(([\w.-]+)\)"))\s*(?:#.*)?$/.exec(line.trimEnd());
	return match?.slice(1).find(name => name !== undefined)
		?? /^ *ifeq\s*\(\s*\$\(origin\s+([\w.-]+)\)\s*,\s*(?:undefined|default)\s*\)\s*$/.exec(line.trimEnd())?.[1];
}
