import type { Place } from '../../../model/index.ts';
import { choiceRounds, chosen, together } from '../choices.ts';
import type { Way } from '../choices.ts';
import type { ShellVariable } from '../shellScope.ts';
import { justExpression } from './justExpression.ts';
import type { Evaluated } from './justExpression.ts';

/** Where an expression of a justfile stands. */
export interface JustPlace {
	readonly file: string;
	readonly start: number;
}

/** What a name of a justfile is, with each value that `if … { … } else { … }` may give; `undefined` when nobody knows. */
export function justVariable(
	name: string, expression: string, { file, start }: JustPlace, known: ReadonlyMap<string, ShellVariable>,
): ShellVariable | undefined {
	const branches = branchesOf(expression);
	const fork = { asked: new Set<string>(), text: expression };
	const ways = branches.flatMap((branch, index): Way[] => {
		const here = new Map(branches.length > 1 ? [[fork, index]] : []);
		const names = [...branch.text.matchAll(/[A-Za-z_][\w-]*/g)].map(match => match[0].replaceAll('-', '_'));
		const rounds = choiceRounds(names, each => known.get(each)) ?? [{ values: new Map<string, ShellVariable>(), when: new Map() }];
		return rounds.flatMap(round => {
			const found = justExpression(branch.text, round.values.size > 0 ? new Map([...known, ...round.values]) : known);
			const when = together(round.when, here);
			if (!when) { return []; }
			const from = start + branch.start;
			return [{ variable: found && variableOf(found, { file, span: { start: from + found.start, end: from + found.end } }), when }];
		});
	});
	const value = chosen(name, ways);
	return value === 'unknown' ? undefined : value;
}

function variableOf({ value, environmentDependent }: Evaluated, source: Place): ShellVariable {
	return { value, open: [], source, ...(environmentDependent && { environmentDependent: true }) };
}

interface Branch {
	readonly text: string;
	readonly start: number;
}

/** The results of `if a { x } else if b { y } else { z }`; all else is one expression. */
function branchesOf(expression: string): readonly Branch[] {
	const branches: Branch[] = [];
	let at = 0;
	for (let match = nextBranch(expression, at); match; match = nextBranch(expression, at)) {
		branches.push({ text: match[2]!, start: at + match[1]!.length });
		at += match[0].length;
	}
	const last = branches.length > 0 ? /^(\{\s*)([^{}]*)\}\s*(?:#.*)?$/.exec(expression.slice(at)) : undefined;
	return last ? [...branches, { text: last[2]!, start: at + last[1]!.length }] : [{ text: expression, start: 0 }];
}

function nextBranch(expression: string, at: number): RegExpExecArray | null {
	return /^(\s*if\b[^{}]*\{\s*)([^{}]*)\}\s*else\s*/.exec(expression.slice(at));
}
