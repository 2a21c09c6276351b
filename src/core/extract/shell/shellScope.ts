import type { CommandEnvironment, Place } from '../../model/index.ts';

/** What is known of a shell variable. */
export interface ShellVariable {
	readonly value: string;
	/** What stayed open in the value: names of variables, `$(…)`. */
	readonly open: readonly string[];
	readonly source?: Place;
	/** A default stood in for something only the environment knows. */
	readonly environmentDependent?: boolean;
}

/** Variables at a point of a script. Copied for branches, so that what only one branch sets is not believed afterwards. */
export class ShellScope {
	readonly #variables: Map<string, ShellVariable | 'unknown'>;
	/** What child processes get to see; a new array with each change, so that commands can share it. */
	environment: readonly CommandEnvironment[];
	/** Folders the commands may run in; empty when nobody knows. */
	folders: readonly string[];

	constructor(folders: readonly string[] = [], environment: readonly CommandEnvironment[] = [], variables?: ReadonlyMap<string, ShellVariable | 'unknown'>) {
		this.#variables = new Map(variables);
		this.environment = environment;
		this.folders = folders;
	}

	/** `undefined`: never set here; `'unknown'`: set to something that nobody knows before it runs. */
	get(name: string): ShellVariable | 'unknown' | undefined {
		return this.#variables.get(name);
	}

	set(name: string, variable: ShellVariable | 'unknown'): void {
		this.#variables.set(name, variable);
	}

	export(entry: CommandEnvironment): void {
		this.environment = [...this.environment.filter(({ name }) => name !== entry.name), entry];
	}

	copy(): ShellScope {
		return new ShellScope(this.folders, this.environment, this.#variables);
	}

	/** After branches: what they set differently is unknown. */
	merge(branches: readonly ShellScope[]): void {
		for (const branch of branches) {
			for (const [name, variable] of branch.#variables) {
				if (this.#variables.get(name) !== variable) { this.#variables.set(name, 'unknown'); }
			}
		}
	}
}
