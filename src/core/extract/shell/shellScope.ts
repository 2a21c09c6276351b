import type { CommandExpansionPart, ProcessSubstitutionPart } from 'unbash';
import type { CommandEnvironment, Place } from '../../model/index.ts';
import { chosen } from './choices.ts';
import type { ShellWord } from './shellWord.ts';

/** What is known of a shell variable. */
export interface ShellVariable {
	readonly value: string;
	/** What stayed open in the value: names of variables, `$(…)`. */
	readonly open: readonly string[];
	readonly source?: Place;
	/** A default stood in for something only the environment knows. */
	readonly environmentDependent?: boolean;
	/** Of an array: its elements; each may have stayed open in part. */
	readonly elements?: readonly ShellVariable[];
	/** Of an array with names: its elements by name. */
	readonly entries?: ReadonlyMap<string, ShellVariable>;
	/** It is one of these, and only a run knows which: `open` names it then. */
	readonly choices?: readonly Choice[];
}

/** One of several values, on the ways it has at some forks. */
export interface Choice {
	readonly variable: ShellVariable;
	readonly when: ReadonlyMap<Fork, number>;
}

/** A condition that only a run decides; two forks are the same when they are the same object. */
export interface Fork {
	/** The variables that the condition asks for. */
	readonly asked: ReadonlySet<string>;
	/** The condition as written. */
	readonly text: string;
}

/** A function of the script. */
export interface ShellFunction {
	/** Goes through its body as a call with these words does; `scope` holds afterwards what the function has set. */
	call(scope: ShellScope, words: readonly ShellWord[]): void;
}

/** Where a script writes what later steps of a job see. */
export type LaterFile = 'GITHUB_ENV' | 'GITHUB_OUTPUT';

/** The variable that gathers what commands write to the standard output, inside `$(…)`; absent elsewhere. */
export const output = '>';

/** Names that may have one of several values: a script asks for them at each condition. */
const most = 100;

/** No process is started with more variables than these. */
const mostExported = 1000;

/** Variables at a point of a script. Branches get a copy, so that what only one branch sets is not believed afterwards. */
export class ShellScope {
	readonly #own = new Map<string, ShellVariable | 'unknown'>();
	readonly #outer: { get(name: string): ShellVariable | 'unknown' | undefined } | undefined;
	/** The words that an alias, or a function which only hands its arguments on, stands for; the same map for a whole script. */
	readonly aliases: Map<string, readonly string[]>;
	/** Names that have or had one of several values somewhere in the script; the same set for a whole script. */
	readonly chosen: Set<string>;
	/** The functions of the script so far; the same map for a whole script. */
	readonly functions: Map<string, ShellFunction>;
	/** Gives what `$(…)` and `<(…)` write, as far as the script tells. */
	evaluate: ((part: CommandExpansionPart | ProcessSubstitutionPart, scope: ShellScope) => ShellVariable | undefined) | undefined;
	/** The file for later steps that commands write to here. */
	writesTo: LaterFile | undefined;
	/** `$1`, `$2`, …; `undefined` where a script was given them, `'unknown'` where it set them to what nobody knows. */
	args: readonly ShellWord[] | 'unknown' | undefined;
	/** In a function: the names that are its own. */
	locals: Set<string> | undefined;
	/** In a function: what is known where it returns early. */
	returns: ShellScope[] | undefined;
	/** Nothing behind this runs: `return`, `exit`, `break`, `continue`. */
	left: string | undefined;
	/** What child processes get to see; a new array with each change, so that commands can share it. */
	environment: readonly CommandEnvironment[];
	/** Folders the commands may run in; empty when nobody knows. */
	folders: readonly string[];
	/** `set -a`: whatever is assigned is exported. */
	exportsAll = false;

	constructor(
		folders: readonly string[] = [],
		environment: readonly CommandEnvironment[] = [],
		outer?: { get(name: string): ShellVariable | 'unknown' | undefined },
	) {
		this.#outer = outer;
		this.aliases = outer instanceof ShellScope ? outer.aliases : new Map();
		this.chosen = outer instanceof ShellScope ? outer.chosen : new Set();
		this.functions = outer instanceof ShellScope ? outer.functions : new Map();
		this.environment = environment;
		this.folders = folders;
	}

	/** `undefined`: never set here; `'unknown'`: set to something that nobody knows before it runs. */
	get(name: string): ShellVariable | 'unknown' | undefined {
		if (name.length === 1 && name >= '#' && name <= '@') { return this.#parameter(name); }
		return this.#own.get(name) ?? this.#outer?.get(name);
	}

	set(name: string, variable: ShellVariable | 'unknown'): void {
		this.#own.set(name, variable);
	}

	/** `NAME=value` is written for later steps. */
	setLater(file: LaterFile, name: string, variable: ShellVariable | 'unknown'): void {
		this.#own.set(`>> ${file} ${name}`, variable);
	}

	/** What this scope itself has written for later steps, by name. */
	later(file: LaterFile): ReadonlyMap<string, ShellVariable | 'unknown'> {
		const prefix = `>> ${file} `;
		return new Map([...this.#own].flatMap(([name, variable]) => name.startsWith(prefix) ? [[name.slice(prefix.length), variable] as const] : []));
	}

	export(entry: CommandEnvironment): void {
		const same = this.environment.find(({ name }) => name === entry.name);
		if ((same && same.value.value === entry.value.value && same.value.open.length === 0) || this.environment.length > mostExported) { return; }
		this.environment = [...this.environment.filter(known => known !== same), entry];
	}

	/** `shift`; `undefined` for a count that only a run knows. */
	shift(count: number | undefined): void {
		const { args } = this;
		if (args === undefined) { return; }
		const rest = args === 'unknown' ? undefined : args.at(-1);
		// By more words than there are, nothing is shifted.
		if (args !== 'unknown' && count !== undefined && count > args.length && !rest?.rest) { return; }
		const left = args === 'unknown' || count === undefined ? 'unknown' : args.slice(count);
		this.args = left !== 'unknown' && left.length === 0 && rest?.rest ? [rest] : left;
	}

	/** A scope that starts as this one; this one must not change while the copy is used. */
	copy(): ShellScope {
		const copy = new ShellScope(this.folders, this.environment, this);
		copy.exportsAll = this.exportsAll;
		copy.evaluate = this.evaluate;
		copy.args = this.args;
		copy.locals = this.locals;
		copy.writesTo = this.writesTo;
		copy.returns = this.returns;
		return copy;
	}

	/** After a function was gone through in a copy of this: what it has set is set, but for what is its own. */
	takeOver(inner: ShellScope): void {
		for (const [name, variable] of inner.#own) { if (!inner.locals?.has(name)) { this.set(name, variable); } }
		this.environment = inner.environment.filter(({ name }) => !inner.locals?.has(name));
		this.folders = inner.folders;
		this.exportsAll = inner.exportsAll;
	}

	/** `$1`, `$#`, `$@`. */
	#parameter(name: string): ShellVariable | 'unknown' | undefined {
		const { args } = this;
		if (name === output) { return this.#own.get(name) ?? this.#outer?.get(name); }
		if (args === undefined || args === 'unknown') { return /[1-9]/.test(name) ? args : undefined; }
		const known = args.findIndex(({ rest }) => rest);
		if (known !== -1 && (/[#@*]/.test(name) || Number(name) > known)) { return undefined; }
		// `f $X` may be no word, or several.
		const loose = args.findIndex(({ open, quoted }) => open.length > 0 && quoted.length === 0);
		if (loose !== -1 && (name === '#' || Number(name) > loose + 1)) { return 'unknown'; }
		if (name === '#') { return { value: String(args.length), open: [] }; }
		const words = /[@*]/.test(name) ? args : /[1-9]/.test(name) ? args.slice(Number(name) - 1, Number(name)) : undefined;
		if (!words) { return undefined; }
		const [first] = words;
		return {
			value: words.map(({ map }) => map.text).join(' '), open: words.flatMap(({ open }) => open),
			...(words.length === 1 && first?.place && { source: first.place }),
			...(words.some(({ environmentDependent }) => environmentDependent) && { environmentDependent: true }),
		};
	}

	/**
	 * After the ways of a fork: what they set differently is one of several values, or unknown. `listed`: a way that leaves a variable without
	 * any value is none for it (`case` without `*`).
	 */
	join(ways: readonly { readonly scope: ShellScope; readonly when: Choice['when'] }[], listed = false): void {
		const names = new Set(ways.flatMap(({ scope }) => scope === this ? [] : [...scope.#own.keys()]));
		const values = [...names].map(name => {
			const given = ways.map(({ scope, when }) => ({ variable: scope.get(name), when }));
			return [name, chosen(name, listed ? given.filter(({ variable }) => variable !== undefined) : given)] as const;
		});
		for (const [name, value] of values) {
			const isChoice = value !== 'unknown' && value.choices !== undefined;
			if (isChoice && this.chosen.size < most) { this.chosen.add(name); }
			this.set(name, isChoice && !this.chosen.has(name) ? 'unknown' : value);
		}
		this.#joinArgs(ways.map(({ scope }) => scope));
		for (const { scope } of ways) { if (scope !== this) { this.#mayExport(scope); } }
	}

	/** After branches: what they set differently is unknown. */
	merge(branches: readonly ShellScope[]): void {
		for (const branch of branches) {
			for (const [name, variable] of branch.#own) {
				const known = this.get(name);
				if (known === undefined || known === 'unknown' || variable === 'unknown' || known.value !== variable.value || known.open.length > 0) {
					this.set(name, 'unknown');
				}
			}
			this.#mayExport(branch);
		}
		this.#joinArgs([this, ...branches]);
	}

	#joinArgs(ways: readonly ShellScope[]): void {
		const [first] = ways;
		if (first) { this.args = ways.every(({ args }) => args === first.args) ? first.args : 'unknown'; }
	}

	/** What a branch exports is perhaps there afterwards. */
	#mayExport(branch: ShellScope): void {
		for (const entry of branch.environment) {
			if (!this.environment.includes(entry)) { this.export({ ...entry, value: { ...entry.value, open: [entry.name] } }); }
		}
	}
}
