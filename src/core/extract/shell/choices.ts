import type { Choice, Fork, ShellVariable } from './shellScope.ts';

/** One way through the forks that some variables depend on: their values on it. */
export interface Round {
	readonly values: ReadonlyMap<string, ShellVariable>;
	readonly when: Choice['when'];
}

/** What a variable is on one way. */
export interface Way {
	readonly variable: ShellVariable | 'unknown' | undefined;
	readonly when: Choice['when'];
}

/** More values than these are no list that anybody wants to see. */
const most = 16;
const nowhere: Choice['when'] = new Map();

/** Every way that the named variables can go together; `undefined` when none of them has choices, or they have too many. */
export function choiceRounds(names: Iterable<string>, get: (name: string) => ShellVariable | 'unknown' | undefined): readonly Round[] | undefined {
	let rounds: readonly Round[] | undefined;
	for (const name of new Set(names)) {
		const variable = get(name);
		const choices = variable && variable !== 'unknown' ? variable.choices : undefined;
		if (!choices) { continue; }
		rounds = (rounds ?? [{ values: new Map(), when: nowhere }]).flatMap(round => choices.flatMap(choice => {
			const when = together(round.when, choice.when);
			return when ? [{ values: new Map([...round.values, [name, choice.variable]]), when }] : [];
		}));
		if (rounds.length > most) { return undefined; }
	}
	return rounds && rounds.length > 0 ? rounds : undefined;
}

/** The variable that is one thing on one way and another on others; `'unknown'` when it is not known on all of them. */
export function chosen(name: string, ways: readonly Way[]): ShellVariable | 'unknown' {
	if (ways.length === 1 && ways[0]!.when.size === 0) { return ways[0]!.variable ?? 'unknown'; }
	const choices: Choice[] = [];
	for (const { variable, when } of ways) {
		if (variable === undefined || variable === 'unknown') { return 'unknown'; }
		if (variable.choices) {
			for (const choice of variable.choices) {
				const both = together(when, choice.when);
				if (both) { choices.push({ variable: choice.variable, when: both }); }
			}
			continue;
		}
		if (variable.open.length > 0) { return 'unknown'; }
		choices.push({ variable, when });
	}
	const [first] = choices;
	if (!first || choices.length > most) { return 'unknown'; }
	if (choices.every(({ variable }) => isSame(variable, first.variable))) { return first.variable; }
	return { value: '', open: [name], choices };
}

function isSame(a: ShellVariable, b: ShellVariable): boolean {
	return a.value === b.value
		&& a.elements?.length === b.elements?.length
		&& (a.elements?.every(({ value }, index) => value === b.elements?.[index]?.value) ?? true);
}

/** True where a variable depends on a fork that `concerns`. */
export function dependsOn({ choices }: ShellVariable, concerns: (fork: Fork) => boolean): boolean {
	return choices?.some(({ when }) => [...when.keys()].some(concerns)) === true;
}

/** Both, unless one goes another way than the other. */
export function together(one: Choice['when'], other: Choice['when']): Choice['when'] | undefined {
	if (one.size === 0) { return other; }
	const both = new Map(one);
	for (const [fork, way] of other) {
		if ((both.get(fork) ?? way) !== way) { return undefined; }
		both.set(fork, way);
	}
	return both;
}
