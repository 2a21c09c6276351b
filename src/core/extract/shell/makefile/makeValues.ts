import { choiceRounds, chosen, together } from '../choices.ts';
import type { Way } from '../choices.ts';
import type { Fork, ShellVariable } from '../shellScope.ts';
import { expandMake } from './expandMake.ts';
import type { MakeNames } from './expandMake.ts';
import type { Assignment } from './makeAssignment.ts';
import { worldsOf } from './worlds.ts';

type Value = ShellVariable | 'unknown' | undefined;

/** Told of `$(call name,words)`. */
export type Called = (name: string, words: readonly string[]) => void;

const deepest = 100;
/** More assignments that add to each other than these are no value that somebody wants to see. */
const longest = 200;

/** What the variables of Makefiles are: those set at once (`:=`) as they were there, all others as they are in the end. */
export class MakeValues {
	readonly #assigned: ReadonlyMap<string, readonly Assignment[]>;
	readonly #values = new Map<string, Value>();
	readonly #visiting = new Set<string>();
	readonly #conditions = new Map<string, ShellVariable>();
	readonly #called: Called;

	readonly #given: ReadonlyMap<string, Value>;

	/** `given`: what names are instead of what the file says. */
	constructor(assigned: ReadonlyMap<string, readonly Assignment[]>, called: Called, given: ReadonlyMap<string, Value> = new Map()) {
		this.#assigned = assigned;
		this.#called = called;
		this.#given = given;
	}

	/** `before`: only what is set in front of it. */
	valueOf(name: string, before = Infinity): Value {
		if (name.startsWith('?')) { return this.#condition(name); }
		if (before === Infinity && this.#given.has(name)) { return this.#given.get(name); }
		const all = this.#assigned.get(name) ?? [];
		const count = before === Infinity ? all.length : countBefore(all, before);
		if (count === 0) { return undefined; }
		const key = `${name} ${count}`;
		if (this.#values.has(key)) { return this.#values.get(key); }
		if (this.#visiting.has(key) || this.#visiting.size > deepest) { return 'unknown'; }
		this.#visiting.add(key);
		const value = this.assigned(name, deciding(all, count), (other, at) => this.valueOf(other, at));
		this.#visiting.delete(key);
		this.#values.set(key, value);
		return value;
	}

	/** What some assignments make of a variable; `get` gives what names are, at a place (see `order`) or in the end. */
	assigned(name: string, all: readonly Assignment[], get: (name: string, before?: number) => Value): ShellVariable | 'unknown' {
		const settled = all.filter(({ operator }, index) => index === 0 || operator !== '?=');
		if (all.length > longest || all.some(({ conditional }) => conditional) || settled.some(({ operator }) => operator === '!=')) { return 'unknown'; }
		const worlds = worldsOf(all, ({ operator }) => operator === '?=', ({ operator }) => operator === '+=');
		if (!worlds) { return 'unknown'; }
		return chosen(name, worlds.flatMap(({ assignments, when }): readonly Way[] => {
			if (assignments.length === 0) { return [{ variable: undefined, when }]; }
			return this.#ways(names => joinedValues(assignments.map(one => valueOfAssignment(one, assignments[0]!, names))), get).flatMap(way => {
				const both = together(when, way.when);
				return both ? [{ ...way, when: both }] : [];
			});
		}));
	}

	/** What an expression of a recipe is. */
	expression(name: string, text: string, get: (name: string) => Value): ShellVariable | 'unknown' {
		return chosen(name, this.#ways(names => {
			const { value, open, environmentDependent } = expandMake(text, names());
			return { value, open, ...(environmentDependent && { environmentDependent }) };
		}, get));
	}

	/** The text that `call` fills in. */
	raw(name: string): string | undefined {
		const all = this.#assigned.get(name);
		return all?.length === 1 && all[0]!.operator === '=' && !all[0]!.conditional ? all[0]!.value : undefined;
	}

	/** An expansion once for each way that the variables with several values in it can go together. */
	#ways(expand: (names: (before?: number) => MakeNames) => ShellVariable, get: (name: string, before?: number) => Value): readonly Way[] {
		const seen = new Map<string, ShellVariable>();
		const names = (fixed: ReadonlyMap<string, ShellVariable>) => (before?: number): MakeNames => ({
			get: name => {
				const found = get(name, before);
				if (found && found !== 'unknown' && found.choices) { seen.set(name, found); }
				return fixed.get(name) ?? found;
			},
			raw: name => this.raw(name),
			called: this.#called,
		});
		const first = expand(names(new Map()));
		const rounds = seen.size === 0 ? undefined : choiceRounds(seen.keys(), name => seen.get(name));
		return rounds ? rounds.map(({ values, when }) => ({ variable: expand(names(values)), when })) : [{ variable: first, when: new Map() }];
	}

	/** `$(if …)` that only a run decides: something, or nothing. */
	#condition(name: string): ShellVariable {
		const known = this.#conditions.get(name);
		if (known) { return known; }
		const fork: Fork = { asked: new Set(), text: name };
		const found = { value: '', open: [name], choices: ['1', ''].map((value, way) => ({ variable: { value, open: [] }, when: new Map([[fork, way]]) })) };
		this.#conditions.set(name, found);
		return found;
	}
}

function countBefore(all: readonly Assignment[], before: number): number {
	let low = 0;
	let high = all.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (all[middle]!.order < before) { low = middle + 1; } else { high = middle; }
	}
	return low;
}

/** The assignments that have a say: nothing in front of one that sets it anew. */
function deciding(all: readonly Assignment[], count: number): readonly Assignment[] {
	for (let at = count - 1; at > 0 && at > count - longest; at--) {
		const { operator, branches, conditional } = all[at]!;
		if (branches.length === 0 && !conditional && operator !== '?=' && operator !== '+=') { return all.slice(at, count); }
	}
	return all.slice(Math.max(0, count - longest - 1), count);
}

function valueOfAssignment(one: Assignment, first: Assignment, names: (before?: number) => MakeNames): ShellVariable {
	// What is added to a value that was taken at once is taken at once.
	const atOnce = one.operator.startsWith(':') || (one.operator === '+=' && first.operator.startsWith(':'));
	const { value, open, environmentDependent } = expandMake(one.value, names(atOnce ? one.order : undefined));
	const span = { start: one.start, end: one.start + one.value.length };
	return {
		value,
		open,
		...(!one.broken && { source: { file: one.file, span } }),
		...((environmentDependent || one.operator === '?=') && { environmentDependent: true }),
	};
}

function joinedValues(values: readonly ShellVariable[]): ShellVariable {
	const [only] = values;
	if (only && values.length === 1) { return only; }
	return {
		value: values.map(({ value }) => value).filter(value => value !== '').join(' '), open: values.flatMap(({ open }) => open),
		...(values.some(({ environmentDependent }) => environmentDependent) && { environmentDependent: true }),
	};
}
