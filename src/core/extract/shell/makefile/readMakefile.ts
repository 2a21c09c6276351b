import type { CommandEnvironment } from '../../../model/index.ts';
import { folderOf, joinPath } from '../../../util/filePath.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import { choiceRounds, chosen, together } from '../choices.ts';
import type { Way } from '../choices.ts';
import type { Fork, ShellVariable } from '../shellScope.ts';
import { addMakeText } from './addMakeText.ts';
import { MakeExports } from './makeExports.ts';
import { conditionsOf } from './conditions.ts';
import type { Conditional } from './conditions.ts';
import { worldsOf } from './worlds.ts';
import type { Branch } from './worlds.ts';

/** What a Makefile says, as far as it can be told without make. */
export interface Makefile {
	readonly recipes: readonly Recipe[];
	/** Values of variables at the end of the file, as recipes see them. */
	readonly variables: ReadonlyMap<string, ShellVariable | 'unknown'>;
}

/** Commands of a rule or of a `define`. */
export interface Recipe {
	/** As shell text: `$(VAR)` is `${VAR}`, `$$` is `$`. */
	readonly map: TextMap;
	/** What `target: NAME = value` sets for this rule alone. */
	readonly variables: ReadonlyMap<string, ShellVariable | 'unknown'>;
	/** What `export` hands to its processes. */
	readonly environment: readonly CommandEnvironment[];
}

/** Texts of the Makefiles that others include, by path. */
export type Included = ReadonlyMap<string, string>;

interface Line {
	readonly start: number;
	/** With its line end. */
	readonly text: string;
	/** Put together from several lines. */
	readonly broken?: boolean;
}

/** Characters of a line that are looked at for a rule's head. */
const longestRule = 4000;

/** Reads recipes and assignments (GNU make manual, chapters 5 and 6), those of included files too. A variable set in a condition has one of several values. */
export function readMakefile(file: string, text: string, included: Included = new Map()): Makefile {
	const exported = new MakeExports();
	const { recipes, assigned, own } = readLines(file, text, included, new Set([file]), exported);
	const variables = resolve(assigned, assigned.keys());
	const settings = new Map<readonly string[], Pick<Recipe, 'variables' | 'environment'>>();
	const settingOf = (targets: readonly string[]): Pick<Recipe, 'variables' | 'environment'> => {
		const mine = ofTargets(targets, own, assigned);
		return { variables: mine, environment: exported.environment(targets, mine.size === 0 ? variables : new Map([...variables, ...mine]), file, text) };
	};
	return {
		recipes: recipes.map(({ map, targets }) => {
			const setting = settings.get(targets) ?? settingOf(targets);
			settings.set(targets, setting);
			return { map, ...setting };
		}),
		variables,
	};
}

/** The files that `include` names literally, as paths. */
export function includedFiles(file: string, text: string): readonly string[] {
	return [...text.matchAll(/^(?:-include|sinclude|include)[ \t]+([^\n#]*)/gm)].flatMap(match => match[1]!.trim().split(/\s+/))
		.filter(name => name !== '' && !/[$*?[\\~]|^\//.test(name)).map(name => joinPath(folderOf(file), name));
}

interface Lines {
	readonly recipes: { readonly map: TextMap; readonly targets: readonly string[] }[];
	readonly assigned: Map<string, Assignment[]>;
	/** For one target only, by target: `target: NAME = value`. */
	readonly own: Map<string, Assignment[]>;
}

function readLines(file: string, text: string, included: Included, seen: Set<string>, exported: MakeExports): Lines {
	const lines = splitLines(text);
	// Each line of a recipe has a shell of its own.
	const oneShell = /^\.ONESHELL[ \t]*:/m.test(text);
	const recipePrefix = /^\.RECIPEPREFIX\s*[:?]?=\s*(\S)/m.exec(text)?.[1] ?? '\t';
	const assigned = new Map<string, Assignment[]>();
	const recipes: Lines['recipes'] = [];
	const own: Lines['own'] = new Map();
	const assign = (assignment: Assignment): void => {
		const known = assigned.get(assignment.name);
		if (known) { known.push(assignment); } else { assigned.set(assignment.name, [assignment]); }
	};
	let targets: readonly string[] = [];
	const conditions = conditionsOf(lines.map(line => line.text.trimEnd()));
	let inRule = false;
	for (let at = 0; at < lines.length;) {
		const line = lines[at]!;
		if (inRule && line.text.startsWith(recipePrefix)) {
			const from = at;
			while (at < lines.length && ((at > from && continues(lines[at - 1]!)) || (lines[at]!.text.startsWith(recipePrefix) && (oneShell || at === from)))) { at++; }
			recipes.push({ map: recipeMap(text, lines.slice(from, at), recipePrefix), targets });
			continue;
		}
		const trimmed = line.text.trim();
		if (/^define\b/.test(trimmed)) {
			const from = at + 1;
			while (at < lines.length && !/^\s*endef\b/.test(lines[at]!.text)) { at++; }
			recipes.push({ map: recipeMap(text, lines.slice(from, at), recipePrefix), targets: noTargets });
			at++;
			continue;
		}
		const around = conditions[at]!;
		let end = at + 1;
		while (end < lines.length && continues(lines[end - 1]!)) { end++; }
		exported.line(line.text);
		const assignment = readAssignment(file, end === at + 1 ? line : joined(lines.slice(at, end)), around);
		if (assignment) {
			assign(assignment);
		} else if (/^(?:-include|sinclude|include)[ \t]/.test(trimmed)) {
			for (const path of includedFiles(file, trimmed)) {
				const other = included.get(path);
				if (other === undefined || seen.has(path)) { continue; }
				seen.add(path);
				for (const all of readLines(path, other, included, seen, exported).assigned.values()) { for (const each of all) { assign({ ...each, branches: [...around.branches, ...each.branches], conditional: each.conditional || around.empty.length > 0 }); } }
			}
		} else if (/^[^\s#=:][^=#]*?:(?!=|:{1,2}=)/.test(line.text.slice(0, longestRule))) {
			inRule = true;
			const inline = ruleCommand(text, line);
			const head = /^([^:=]+):{1,2}/.exec(line.text.slice(0, longestRule));
			const names = head?.[1]!.trim().split(/\s+/) ?? [];
			exported.rule(names, line.text.slice(head?.[0].length ?? 0, longestRule));
			const ownAssignment = head ? readAssignment(file, { start: line.start + head[0].length, text: line.text.slice(head[0].length).replace(/^\s+/, blanks => ' '.repeat(blanks.length)) }, around) : undefined;
			if (ownAssignment) {
				for (const name of names) { own.set(name, [...(own.get(name) ?? []), ownAssignment]); }
				// The rules that this target needs see it too: for them nobody knows.
				assign({ ...ownAssignment, conditional: true });
			} else {
				targets = names;
				if (inline) { recipes.push({ map: inline, targets }); }
			}
		} else if (trimmed !== '' && !trimmed.startsWith('#') && around.branches.length + around.empty.length === 0 && !/^(?:-?include|sinclude|export|unexport|vpath|else|endif)\b/.test(trimmed)) {
			inRule = inRule && /^\s/.test(line.text);
		}
		at = end;
	}
	return { recipes, assigned, own };
}

/** What is set for the target of a rule alone. */
function ofTargets(targets: readonly string[], own: Lines['own'], assigned: ReadonlyMap<string, readonly Assignment[]>): ReadonlyMap<string, ShellVariable | 'unknown'> {
	const mine = targets.length === 1 ? own.get(targets[0]!) : undefined;
	if (!mine) { return noVariables; }
	const all = new Map(mine.map(({ name }) => [name, mine.filter(each => each.name === name)]));
	const values = resolve({ get: name => all.get(name) ?? assigned.get(name) }, all.keys());
	return new Map([...all.keys()].flatMap(name => {
		const value = values.get(shellName(name));
		return value ? [[shellName(name), value] as const] : [];
	}));
}

const noVariables: Recipe['variables'] = new Map();
const noTargets: readonly string[] = [];

/** In shell text the names have no dots or dashes. */
function shellName(name: string): string {
	return name.replace(/[.-]/g, '_');
}

function splitLines(text: string): readonly Line[] {
	const lines: Line[] = [];
	for (let start = 0; start < text.length;) {
		const newline = text.indexOf('\n', start);
		const end = newline === -1 ? text.length : newline + 1;
		lines.push({ start, text: text.slice(start, end) });
		start = end;
	}
	return lines;
}

function continues({ text }: Line): boolean {
	return /(?:^|[^\\])(?:\\\\)*\\\r?\n$/.test(text.slice(-80));
}

/** The command on a rule's own line, behind a semicolon. */
function ruleCommand(text: string, line: Line): TextMap | undefined {
	const match = /^[^\t#;=:][^:;=#]*:{1,2}[^:;=#]*;[@+\- \t]*/.exec(line.text.slice(0, longestRule));
	if (!match) { return undefined; }
	const builder = new TextMapBuilder();
	addMakeText(builder, text, line.start + match[0].length, line.start + line.text.length);
	return builder.build();
}

function recipeMap(text: string, lines: readonly Line[], prefix: string): TextMap {
	const builder = new TextMapBuilder();
	let continued = false;
	for (const line of lines) {
		let from = line.text.startsWith(prefix) ? prefix.length : 0;
		// `@`, `-` and `+` belong to make; a continuation line has none.
		if (!continued) { from += /^[ \t]*[@+-][@+\- \t]*|^[ \t]*/.exec(line.text.slice(from))![0].length; }
		addMakeText(builder, text, line.start + from, line.start + line.text.length);
		continued = continues(line);
	}
	return builder.build();
}

interface Assignment {
	readonly file: string;
	readonly name: string;
	readonly value: string;
	/** Offset of the value. */
	readonly start: number;
	readonly operator: string;
	/** The branches of conditionals that it stands in. */
	readonly branches: readonly Branch[];
	/** Nobody knows here whether it counts. */
	readonly conditional: boolean;
	/** It is written over several lines. */
	readonly broken: boolean;
}

/** Continued lines as make reads them: one blank for each line end and the blanks around it. */
function joined(lines: readonly Line[]): Line {
	const text = lines.map((line, index) => (index === 0 ? line.text : line.text.trimStart()).replace(/[ \t]*\\\r?\n$/, ' ')).join('');
	return { start: lines[0]!.start, text, broken: true };
}

function readAssignment(file: string, { start, text, broken = false }: Line, { branches, empty }: Conditional): Assignment | undefined {
	const match = /^[ ]*((?:override\s+|export\s+|private\s+)*)([A-Za-z_][\w.-]*)\s*(:::?=|::=|[:?+!]?=)[ \t]*/.exec(text.slice(0, longestRule));
	if (!match) { return undefined; }
	const value = text.slice(match[0].length).replace(/(?<!\\)#.*$/s, '').trimEnd();
	// Make keeps quotes, but the shell of the recipe takes them off.
	const quoted = /^(["'])([^"'\\]*)\1$/.exec(value);
	const name = match[2]!;
	// `ifndef X` around `X = …` is `X ?= …`.
	const operator = match[3] === '=' && empty.includes(name) ? '?=' : match[3]!;
	return {
		file, name, value: quoted?.[2] ?? value, start: start + match[0].length + (quoted ? 1 : 0), operator, broken, branches,
		conditional: empty.some(each => each !== name),
	};
}

function resolve(assigned: { get(name: string): readonly Assignment[] | undefined }, names: Iterable<string>): ReadonlyMap<string, ShellVariable | 'unknown'> {
	const values = new Map<string, ShellVariable | 'unknown'>();
	const visiting = new Set<string>();
	const valueOf = (name: string): ShellVariable | 'unknown' => {
		const known = values.get(name);
		if (known) { return known; }
		if (visiting.has(name) || visiting.size > 100) { return 'unknown'; }
		visiting.add(name);
		const found = evaluate(name, assigned.get(name) ?? [], valueOf, (other, at) => settled(assigned.get(other) ?? []).some((each, index) => (index > 0 || each.file === at.file) && isLater(each, at)));
		visiting.delete(name);
		values.set(name, found);
		return found;
	};
	for (const name of names) {
		values.set(shellName(name), valueOf(name));
	}
	return values;
}

function isLater(one: Assignment, other: Assignment): boolean {
	return one.file !== other.file || one.start > other.start;
}

/** The assignments that count: `X ?= b` behind `X := a` changes nothing. */
function settled(all: readonly Assignment[]): readonly Assignment[] {
	return all.filter(({ operator }, index) => index === 0 || operator !== '?=');
}

/** Recipes see what is set last. `changes`: the variable is set again later, which a value that is taken at once does not see. */
function evaluate(name: string, all: readonly Assignment[], valueOf: (name: string) => ShellVariable | 'unknown', changes: (name: string, at: Assignment) => boolean): ShellVariable | 'unknown' {
	if (all.some(({ conditional }) => conditional) || settled(all).some(({ operator }) => operator === '+=' || operator === '!=')) { return 'unknown'; }
	const worlds = worldsOf(all, ({ operator }) => operator === '?=');
	if (!worlds) { return 'unknown'; }
	return chosen(name, worlds.flatMap(({ assignment, when }): readonly Way[] => {
		if (!assignment) { return [{ variable: undefined, when }]; }
		const names = namesIn(assignment.value);
		const rounds = choiceRounds(names, valueOf) ?? [{ values: new Map<string, ShellVariable>(), when: new Map<Fork, number>() }];
		return rounds.flatMap(round => {
			const both = together(when, round.when);
			return both ? [{ variable: expand(assignment, each => round.values.get(each) ?? valueOf(each), changes), when: both }] : [];
		});
	}));
}

const reference = /\$(?:\$|\((\w[\w.-]*)\)|\{(\w[\w.-]*)\}|[^])/g;

function namesIn(value: string): readonly string[] {
	return [...value.matchAll(reference)].flatMap(match => match[1] ?? match[2] ?? []);
}

function expand(assignment: Assignment, valueOf: (name: string) => ShellVariable | 'unknown', changes: (name: string, at: Assignment) => boolean): ShellVariable | 'unknown' {
	let environmentDependent = assignment.operator === '?=';
	const atOnce = assignment.operator.startsWith(':');
	const open: string[] = [];
	const value = assignment.value.replace(reference, (piece, round: string | undefined, curly: string | undefined) => {
		if (piece === '$$') { return '$'; }
		const name = round ?? curly;
		const inner = name === undefined || (atOnce && changes(name, assignment)) ? 'unknown' : valueOf(name);
		if (inner === 'unknown' || inner.open.length > 0) { open.push(name ?? piece); return piece; }
		environmentDependent ||= inner.environmentDependent === true;
		return inner.value;
	});
	if (value.length > 4000) { return 'unknown'; }
	const span = { start: assignment.start, end: assignment.start + assignment.value.length };
	return { value, open, ...(!assignment.broken && { source: { file: assignment.file, span } }), ...(environmentDependent && { environmentDependent }) };
}
