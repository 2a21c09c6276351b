import type { CommandEnvironment, Place } from '../../model/index.ts';

/** What is known of a shell variable. */
export interface ShellVariable {
	readonly value: string;
	/** What stayed open in the value: names of variables, `$(…)`. */
	readonly open: readonly string[];
	readonly source?: Place;
	/** A default stood in for something only the environment knows. */
	readonly environmentDependent?: boolean;
	/** Of an array: its elements, when all of them are known. */
	readonly elements?: readonly ShellVariable[];
}

/** Variables at a point of a script. Branches get a copy, so that what only one branch sets is not believed afterwards. */
export class ShellScope {
	readonly #own = new Map<string, ShellVariable | 'unknown'>();
	readonly #outer: { get(name: string): ShellVariable | 'unknown' | undefined } | undefined;
	/** The words that an alias, or a function which only hands its arguments on, stands for; the same map for a whole script. */
	readonly aliases: Map<string, readonly string[]>;
	/** What child processes get to see; a new array with each change, so that commands can share it. */
	environment: readonly CommandEnvironment[];
	/** Folders the commands may run in; empty when nobody knows. */
	folders: readonly string[];

	constructor(folders: readonly string[] = [], environment: readonly CommandEnvironment[] = [], outer?: { get(name: string): ShellVariable | 'unknown' | undefined }) {
		this.#outer = outer;
		this.aliases = outer instanceof ShellScope ? outer.aliases : new Map();
		this.environment = environment;
		this.folders = folders;
	}

	/** `undefined`: never set here; `'unknown'`: set to something that nobody knows before it runs. */
	get(name: string): ShellVariable | 'unknown' | undefined {
		return this.#own.get(name) ?? this.#outer?.get(name);
	}

	set(name: string, variable: ShellVariable | 'unknown'): void {
		this.#own.set(name, variable);
	}

	export(entry: CommandEnvironment): void {
		const same = this.environment.find(({ name }) => name === entry.name);
		if (same && same.value.value === entry.value.value && same.value.open.length === 0) { return; }
		this.environment = [...this.environment.filter(known => known !== same), entry];
	}

	/** A scope that starts as this one; this one must not change while the copy is used. */
	copy(): ShellScope {
		return new ShellScope(this.folders, this.environment, this);
	}

	/** After branches: what they set differently is unknown. */
	merge(branches: readonly ShellScope[]): void {
		for (const branch of branches) {
			for (const [name, variable] of branch.#own) {
				const known = this.get(name);
				if (known === undefined || known === 'unknown' || variable === 'unknown' || known.value !== variable.value || known.open.length > 0) { this.set(name, 'unknown'); }
			}
		}
	}
}
