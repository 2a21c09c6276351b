import { folderOf, joinPath } from '../../../util/filePath.ts';
import { conditionsOf } from './conditions.ts';
import type { Conditional } from './conditions.ts';
import { readAssignment, readDefinition } from './makeAssignment.ts';
import type { Assignment } from './makeAssignment.ts';
import type { MakeExports } from './makeExports.ts';
import { continues, joined, longestRule, splitLines } from './makeLines.ts';
import type { Line } from './makeLines.ts';
import { commandShell, recipeShell } from './recipeShell.ts';
import type { RecipeShell } from './recipeShell.ts';
import { shellFunctions } from './shellFunctions.ts';

/** Texts of the Makefiles that others include, by path. */
export type Included = ReadonlyMap<string, string>;

/** A recipe, or the body of a `define`. */
export interface RecipeText extends RecipeShell {
	/** The targets of its rule as written; nothing for a `define`. */
	readonly targets: string;
	/** The name of the `define`. */
	readonly definition?: string;
	/** What the stem of its targets is told by: `%.o` in `a.o b.o: %.o: %.c` (a static pattern rule, GNU make manual, 4.12). */
	readonly pattern?: string;
}

/** What the lines of a Makefile say. */
export interface MakeRules {
	readonly recipes: readonly RecipeText[];
	readonly assigned: Map<string, Assignment[]>;
	/** For one target only, by target: `target: NAME = value`. */
	readonly own: ReadonlyMap<string, readonly Assignment[]>;
	/** Lines that are an expression: `$(foreach …,$(eval …))`. */
	readonly evaluated: readonly string[];
}

/** Reads a Makefile and those that it includes. */
export function readRules(file: string, text: string, included: Included, exported: MakeExports): MakeRules {
	return new RulesReader(file, text, { included, exported, seen: new Set([file]), next: 0 }).read();
}

/** What the files of one reading share. */
interface Reading {
	readonly included: Included;
	readonly exported: MakeExports;
	readonly seen: Set<string>;
	/** Of the next assignment in the order in which make reads them. */
	next: number;
}

const definition = /^(?:override\s+|export\s+)*define\b(?:\s+(?<name>[\w.-]+))?/;

class RulesReader {
	readonly #recipes: RecipeText[] = [];
	readonly #assigned = new Map<string, Assignment[]>();
	readonly #own = new Map<string, Assignment[]>();
	readonly #evaluated: string[] = [];
	readonly #file: string;
	readonly #text: string;
	readonly #reading: Reading;
	readonly #lines: readonly Line[];
	readonly #conditions: readonly Conditional[];
	/** Each line of a recipe has a shell of its own, unless `.ONESHELL` is said. */
	readonly #oneShell: boolean;
	readonly #prefix: string;
	/** The `define`s that `$(eval $(call NAME))` fills in twice. */
	readonly #twice: ReadonlySet<string>;
	/** What the recipes that follow belong to. */
	#rule: Pick<RecipeText, 'targets' | 'pattern'> = { targets: '' };
	#inRule = false;

	constructor(file: string, text: string, reading: Reading) {
		this.#file = file;
		this.#text = text;
		this.#reading = reading;
		this.#lines = splitLines(text);
		this.#conditions = conditionsOf(this.#lines.map(line => line.text.trimEnd()));
		this.#oneShell = /^\.ONESHELL[ \t]*:/m.test(text);
		this.#prefix = /^\.RECIPEPREFIX\s*[:?]?=\s*(\S)/m.exec(text)?.[1] ?? '\t';
		this.#twice = new Set([...text.matchAll(/\$[({]eval\s+\$[({]call\s+([\w.-]+)/g)].map(match => match[1]!));
	}

	read(): MakeRules {
		for (let at = 0; at < this.#lines.length;) { at = this.#recipe(at) ?? this.#definition(at) ?? this.#line(at); }
		return { recipes: this.#recipes, assigned: this.#assigned, own: this.#own, evaluated: this.#evaluated };
	}

	/** A line of a recipe with those that continue it; gives the line behind, `undefined` when it is none. */
	#recipe(from: number): number | undefined {
		const first = this.#lines[from]!;
		if (!this.#inRule || !first.text.startsWith(this.#prefix)) { return undefined; }
		let at = from;
		while (at < this.#lines.length
				&& ((at > from && continues(this.#lines[at - 1]!))
					|| (this.#lines[at]!.text.startsWith(this.#prefix) && (this.#oneShell || at === from)))) { at++; }
		this.#recipes.push({ ...recipeShell(this.#text, this.#lines.slice(from, at), this.#prefix, false), ...this.#rule });
		this.#addFunctions(first, this.#lines[at - 1]!, this.#rule);
		return at;
	}

	/** A `define` up to its `endef`. */
	#definition(head: number): number | undefined {
		const match = definition.exec(this.#lines[head]!.text.trim());
		if (!match) { return undefined; }
		let at = head + 1;
		while (at < this.#lines.length && !/^\s*endef\b/.test(this.#lines[at]!.text)) { at++; }
		const assignment = readDefinition(this.#file, this.#lines.slice(head, at), this.#conditions[at - 1]!, this.#reading.next++);
		if (assignment) { this.#assign(assignment); }
		const name = match.groups?.['name'];
		const rest = { targets: '', ...(name !== undefined && { definition: name }) };
		const isTwice = name !== undefined && this.#twice.has(name);
		this.#recipes.push({ ...recipeShell(this.#text, this.#lines.slice(head + 1, at), this.#prefix, isTwice), ...rest });
		this.#addFunctions(this.#lines[head]!, this.#lines[at - 1]!, rest);
		return at + 1;
	}

	/** Any other line with those that continue it. */
	#line(at: number): number {
		const line = this.#lines[at]!;
		const trimmed = line.text.trim();
		const around = this.#conditions[at]!;
		let end = at + 1;
		while (end < this.#lines.length && continues(this.#lines[end - 1]!)) { end++; }
		this.#reading.exported.line(line.text);
		if (!trimmed.startsWith('#')) { this.#addFunctions(line, this.#lines[end - 1]!, { targets: '' }); }
		const whole = end === at + 1 ? line : joined(this.#lines.slice(at, end));
		const assignment = readAssignment(this.#file, whole, around, this.#reading.next++);
		if (assignment) {
			this.#assign(assignment);
			if (assignment.operator === '!=' && !assignment.broken) {
				this.#addCommand(assignment.start, assignment.start + assignment.value.length, { targets: '' });
			}
		} else if (/^(?:-include|sinclude|include)[ \t]/.test(trimmed)) {
			this.#include(trimmed, around);
		} else if (/^[^\s#=:][^=#]*?:(?!=|:{1,2}=)/.test(line.text.slice(0, longestRule))) {
			this.#inRule = true;
			this.#readRule(line, around);
		} else if (/^\$[({](?:foreach|call|eval|if)\b/.test(trimmed)) {
			this.#evaluated.push(trimmed);
			this.#inRule = false;
		} else if (trimmed !== ''
				&& !trimmed.startsWith('#')
				&& around.branches.length + around.empty.length === 0
				&& !/^(?:-?include|sinclude|export|unexport|vpath|else|endif)\b/.test(trimmed)) {
			this.#inRule = this.#inRule && /^\s/.test(line.text);
		}
		return end;
	}

	/** Takes over what another file assigns; its recipes are read in that file itself. */
	#include(line: string, around: Conditional): void {
		const { included, seen } = this.#reading;
		for (const path of includedFiles(this.#file, line)) {
			const other = included.get(path);
			if (other === undefined || seen.has(path)) { continue; }
			seen.add(path);
			for (const all of new RulesReader(path, other, this.#reading).read().assigned.values()) {
				for (const each of all) {
					this.#assign({ ...each, branches: [...around.branches, ...each.branches], conditional: each.conditional || around.empty.length > 0 });
				}
			}
		}
	}

	/** `targets: prerequisites ; command`, `targets: %.o: %.c`, `target: NAME = value`. */
	#readRule(line: Line, around: Conditional): void {
		const head = /^([^:=]+):{1,2}/.exec(line.text.slice(0, longestRule));
		const length = head?.[0].length ?? 0;
		const names = head?.[1]!.trim().split(/\s+/) ?? [];
		const behind = line.text.slice(length, longestRule);
		this.#reading.exported.rule(names, behind);
		const value = { start: line.start + length, text: line.text.slice(length).replace(/^\s+/, blanks => ' '.repeat(blanks.length)) };
		const own = head ? readAssignment(this.#file, value, around, this.#reading.next++) : undefined;
		if (own) {
			for (const name of names) { this.#own.set(name, [...(this.#own.get(name) ?? []), own]); }
			return;
		}
		const pattern = /^[ \t]*([^\s:=;#]*%[^\s:=;#]*)[ \t]*:(?![=:])/.exec(behind)?.[1];
		this.#rule = { targets: head?.[1] ?? '', ...(pattern !== undefined && { pattern }) };
		const inline = ruleCommand(line);
		if (inline !== undefined) { this.#addCommand(inline, line.start + line.text.length, this.#rule); }
	}

	#assign(assignment: Assignment): void {
		const known = this.#assigned.get(assignment.name);
		if (known) { known.push(assignment); } else { this.#assigned.set(assignment.name, [assignment]); }
	}

	#addCommand(start: number, end: number, rest: Omit<RecipeText, keyof RecipeShell>): void {
		this.#recipes.push({ ...commandShell(this.#text, start, end), ...rest });
	}

	/** What `$(shell …)` on these lines runs. */
	#addFunctions(first: Line, last: Line, rest: Omit<RecipeText, keyof RecipeShell>): void {
		for (const { start, end } of shellFunctions(this.#text, first.start, last.start + last.text.length)) { this.#addCommand(start, end, rest); }
	}
}

/** The files that `include` names literally, as paths. */
export function includedFiles(file: string, text: string): readonly string[] {
	return [...text.matchAll(/^(?:-include|sinclude|include)[ \t]+([^\n#]*)/gm)].flatMap(match => match[1]!.trim().split(/\s+/))
		.filter(name => name !== '' && !/[$*?[\\~]|^\//.test(name)).map(name => joinPath(folderOf(file), name));
}

/** Where the command on a rule's own line begins, behind a semicolon. */
function ruleCommand(line: Line): number | undefined {
	const match = /^[^\t#;=:][^:;=#]*:{1,2}[^:;=#]*;[@+\- \t]*/.exec(line.text.slice(0, longestRule));
	return match ? line.start + match[0].length : undefined;
}
