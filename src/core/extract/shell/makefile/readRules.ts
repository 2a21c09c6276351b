import { folderOf, joinPath } from '../../../util/filePath.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { addMakeText } from './addMakeText.ts';
import type { RecipeNames } from './addMakeText.ts';
import { conditionsOf } from './conditions.ts';
import { readAssignment, readDefinition } from './makeAssignment.ts';
import type { Assignment } from './makeAssignment.ts';
import type { MakeExports } from './makeExports.ts';
import { continues, joined, longestRule, splitLines } from './makeLines.ts';
import type { Line } from './makeLines.ts';
import { shellFunctions } from './shellFunctions.ts';

/** Texts of the Makefiles that others include, by path. */
export type Included = ReadonlyMap<string, string>;

/** Text of a recipe for a shell. */
interface RecipeShell {
	readonly map: TextMap;
	/** The references that are more than a name, by the shell variable that stands for them. */
	readonly expressions: ReadonlyMap<string, string>;
}

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
export function readRules(file: string, text: string, included: Included, exported: MakeExports, seen = new Set([file]), order = { next: 0 }): MakeRules {
	const lines = splitLines(text);
	// Each line of a recipe has a shell of its own.
	const oneShell = /^\.ONESHELL[ \t]*:/m.test(text);
	const recipePrefix = /^\.RECIPEPREFIX\s*[:?]?=\s*(\S)/m.exec(text)?.[1] ?? '\t';
	const assigned = new Map<string, Assignment[]>();
	const recipes: RecipeText[] = [];
	const own = new Map<string, Assignment[]>();
	const evaluated: string[] = [];
	const twice = new Set([...text.matchAll(/\$[({]eval\s+\$[({]call\s+([\w.-]+)/g)].map(match => match[1]!));
	const assign = (assignment: Assignment): void => {
		const known = assigned.get(assignment.name);
		if (known) { known.push(assignment); } else { assigned.set(assignment.name, [assignment]); }
	};
	let targets = '';
	let pattern: string | undefined;
	const ruleOf = (): Pick<RecipeText, 'targets' | 'pattern'> => ({ targets, ...(pattern !== undefined && { pattern }) });
	/** A piece of a line that a shell runs. */
	const addCommand = (start: number, end: number, rest: Omit<RecipeText, keyof RecipeShell>): void => {
		recipes.push({ ...shellOf(false, (builder, names) => { addMakeText(builder, text, start, end, names); }), ...rest });
	};
	const addFunctions = (first: Line, last: Line, rest: Omit<RecipeText, keyof RecipeShell>): void => {
		for (const { start, end } of shellFunctions(text, first.start, last.start + last.text.length)) { addCommand(start, end, rest); }
	};
	const conditions = conditionsOf(lines.map(line => line.text.trimEnd()));
	let inRule = false;
	for (let at = 0; at < lines.length;) {
		const line = lines[at]!;
		if (inRule && line.text.startsWith(recipePrefix)) {
			const from = at;
			while (at < lines.length
					&& ((at > from && continues(lines[at - 1]!)) || (lines[at]!.text.startsWith(recipePrefix) && (oneShell || at === from)))) { at++; }
			recipes.push({ ...recipeMap(text, lines.slice(from, at), recipePrefix, false), ...ruleOf() });
			addFunctions(line, lines[at - 1]!, ruleOf());
			continue;
		}
		const trimmed = line.text.trim();
		if (/^(?:override\s+|export\s+)*define\b/.test(trimmed)) {
			const from = at + 1;
			while (at < lines.length && !/^\s*endef\b/.test(lines[at]!.text)) { at++; }
			const definition = readDefinition(file, lines.slice(from - 1, at), conditions[at - 1] ?? conditions[0]!, order.next++);
			if (definition) { assign(definition); }
			const name = /^(?:override\s+|export\s+)*define\s+([\w.-]+)/.exec(trimmed)?.[1];
			const rest = { targets: '', ...(name !== undefined && { definition: name }) };
			recipes.push({ ...recipeMap(text, lines.slice(from, at), recipePrefix, name !== undefined && twice.has(name)), ...rest });
			addFunctions(line, lines[at - 1]!, rest);
			at++;
			continue;
		}
		const around = conditions[at]!;
		let end = at + 1;
		while (end < lines.length && continues(lines[end - 1]!)) { end++; }
		exported.line(line.text);
		if (!trimmed.startsWith('#')) { addFunctions(line, lines[end - 1]!, { targets: '' }); }
		const assignment = readAssignment(file, end === at + 1 ? line : joined(lines.slice(at, end)), around, order.next++);
		if (assignment) {
			assign(assignment);
			if (assignment.operator === '!=' && !assignment.broken) {
				addCommand(assignment.start, assignment.start + assignment.value.length, { targets: '' });
			}
		} else if (/^(?:-include|sinclude|include)[ \t]/.test(trimmed)) {
			for (const path of includedFiles(file, trimmed)) {
				const other = included.get(path);
				if (other === undefined || seen.has(path)) { continue; }
				seen.add(path);
				for (const all of readRules(path, other, included, exported, seen, order).assigned.values()) {
					for (const each of all) {
						assign({ ...each, branches: [...around.branches, ...each.branches], conditional: each.conditional || around.empty.length > 0 });
					}
				}
			}
		} else if (/^[^\s#=:][^=#]*?:(?!=|:{1,2}=)/.test(line.text.slice(0, longestRule))) {
			inRule = true;
			const inline = ruleCommand(line);
			const head = /^([^:=]+):{1,2}/.exec(line.text.slice(0, longestRule));
			const names = head?.[1]!.trim().split(/\s+/) ?? [];
			exported.rule(names, line.text.slice(head?.[0].length ?? 0, longestRule));
			const ownAssignment = head
				? readAssignment(
					file,
					{ start: line.start + head[0].length, text: line.text.slice(head[0].length).replace(/^\s+/, blanks => ' '.repeat(blanks.length)) },
					around,
					order.next++,
				)
				: undefined;
			if (ownAssignment) {
				for (const name of names) { own.set(name, [...(own.get(name) ?? []), ownAssignment]); }
			} else {
				targets = head?.[1] ?? '';
				pattern = /^[ \t]*([^\s:=;#]*%[^\s:=;#]*)[ \t]*:(?![=:])/.exec(line.text.slice(head?.[0].length ?? 0, longestRule))?.[1];
				if (inline !== undefined) { addCommand(inline, line.start + line.text.length, ruleOf()); }
			}
		} else if (/^\$[({](?:foreach|call|eval|if)\b/.test(trimmed)) {
			evaluated.push(trimmed);
			inRule = false;
		} else if (trimmed !== ''
				&& !trimmed.startsWith('#')
				&& around.branches.length + around.empty.length === 0
				&& !/^(?:-?include|sinclude|export|unexport|vpath|else|endif)\b/.test(trimmed)) {
			inRule = inRule && /^\s/.test(line.text);
		}
		at = end;
	}
	return { recipes, assigned, own, evaluated };
}

/** The files that `include` names literally, as paths. */
export function includedFiles(file: string, text: string): readonly string[] {
	return [...text.matchAll(/^(?:-include|sinclude|include)[ \t]+([^\n#]*)/gm)].flatMap(match => match[1]!.trim().split(/\s+/))
		.filter(name => name !== '' && !/[$*?[\\~]|^\//.test(name)).map(name => joinPath(folderOf(file), name));
}

function shellOf(twice: boolean, add: (builder: TextMapBuilder, names: RecipeNames) => void): RecipeShell {
	const builder = new TextMapBuilder();
	const expressions = new Map<string, string>();
	const byText = new Map<string, string>();
	add(builder, {
		twice,
		expression: reference => {
			const name = byText.get(reference) ?? `_make_${byText.size}_`;
			byText.set(reference, name);
			expressions.set(name, reference);
			return name;
		},
	});
	return { map: builder.build(), expressions };
}

/** Where the command on a rule's own line begins, behind a semicolon. */
function ruleCommand(line: Line): number | undefined {
	const match = /^[^\t#;=:][^:;=#]*:{1,2}[^:;=#]*;[@+\- \t]*/.exec(line.text.slice(0, longestRule));
	return match ? line.start + match[0].length : undefined;
}

function recipeMap(text: string, lines: readonly Line[], prefix: string, twice: boolean): RecipeShell {
	return shellOf(twice, (builder, names) => {
		let continued = false;
		for (const line of lines) {
			let from = line.text.startsWith(prefix) ? prefix.length : 0;
			// `@`, `-` and `+` belong to make; a continuation line has none.
			if (!continued) { from += /^[ \t]*[@+-][@+\- \t]*|^[ \t]*/.exec(line.text.slice(from))![0].length; }
			addMakeText(builder, text, line.start + from, line.start + line.text.length, names);
			continued = continues(line);
		}
	});
}
