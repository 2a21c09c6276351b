import { dependsOn } from './choices.ts';
import type { ShellScope } from './shellScope.ts';

/** A part of the text. */
export interface Stretch {
	readonly pos: number;
	readonly end: number;
}

/** A condition that is one call of a tool. */
const callsTool = /^\s*(?:!\s+)?(?:sudo\s+)?(?:docker|podman|buildah|skopeo|nerdctl|crane|oras|regctl|oc|kubectl)\s[^|&;[]*(?:;|&?>[^|;]*;?)?\s*$/;

/** What may give a variable a value. */
const setting = /(?<![\w$-])([A-Za-z_]\w*)\+?=|\b(?:read|unset|mapfile|readarray)\s+(?:-\w+\s+)*([A-Za-z_]\w*)/g;

/** What conditions that only a run decides do to what is known. */
export class Conditions {
	/** For each loop with several values around, the variables that differ from round to round. */
	readonly loops: (readonly string[])[] = [];
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	/** What is known behind a condition: when it asks for the round of a loop, nobody knows here which rounds go on. */
	behind(conditions: readonly Stretch[], scope: ShellScope): ShellScope {
		if (this.loops.length === 0 && scope.chosen.size === 0) { return scope; }
		// Whether an image is there says nothing about the variable that names it.
		const deciding = conditions.filter(({ pos, end }) => !callsTool.test(this.#text.slice(pos, end)));
		const names = this.asked(deciding);
		const text = this.textOf(conditions);
		const asked = this.loops.filter(loop => loop.some(name => names.has(name))).flat();
		// The same condition, or one that asks for the same, goes a way that is not any.
		for (const name of scope.chosen) {
			const variable = scope.get(name);
			if (variable
					&& variable !== 'unknown'
					&& variable.choices
					&& (names.has(name) || dependsOn(variable, fork => fork.text === text || [...fork.asked].some(each => names.has(each))))) {
				asked.push(name);
			}
		}
		if (asked.length === 0) { return scope; }
		const copy = scope.copy();
		for (const name of asked) { copy.set(name, 'unknown'); }
		return copy;
	}

	/** The variables that conditions ask for. */
	asked(conditions: readonly Stretch[]): ReadonlySet<string> {
		return new Set(conditions.flatMap(({ pos, end }) => [...this.#text.slice(pos, end).matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(match => match[1]!)));
	}

	/** Conditions as written. */
	textOf(conditions: readonly Stretch[]): string {
		return conditions.map(({ pos, end }) => this.#text.slice(pos, end).trim()).join('\n');
	}

	/** The variables that a part of the script may set. */
	assignedIn({ pos, end }: Stretch): readonly string[] {
		return [...new Set([...this.#text.slice(pos, end).matchAll(setting)].map(match => match[1] ?? match[2]!))];
	}
}
