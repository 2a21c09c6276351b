import type { CommandEnvironment } from '../../../model/index.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { TextMap } from '../../../util/textMap.ts';
import type { ShellVariable } from '../shellScope.ts';
import { addMakeText } from './addMakeText.ts';

/** What a Makefile says, as far as it can be told without make. */
export interface Makefile {
	/** Each recipe as shell text: `$(VAR)` is `${VAR}`, `$$` is `$`. */
	readonly recipes: readonly TextMap[];
	/** Values of variables at the end of the file, as recipes see them. */
	readonly variables: ReadonlyMap<string, ShellVariable | 'unknown'>;
	/** What `export` hands to processes. */
	readonly environment: readonly CommandEnvironment[];
}

interface Line {
	readonly start: number;
	/** With its line end. */
	readonly text: string;
}

/** Characters of a line that are looked at for a rule's head. */
const longestRule = 4000;

/** Reads recipes and assignments (GNU make manual, chapters 5 and 6). A variable set in a condition, or twice, is unknown. */
export function readMakefile(file: string, text: string): Makefile {
	const lines = splitLines(text);
	const recipePrefix = /^\.RECIPEPREFIX\s*[:?]?=\s*(\S)/m.exec(text)?.[1] ?? '\t';
	const assigned = new Map<string, Assignment[]>();
	const recipes: TextMap[] = [];
	let condition = 0;
	let inRule = false;
	for (let at = 0; at < lines.length;) {
		const line = lines[at]!;
		if (inRule && line.text.startsWith(recipePrefix)) {
			const from = at;
			while (at < lines.length && (lines[at]!.text.startsWith(recipePrefix) || (at > from && continues(lines[at - 1]!)))) { at++; }
			recipes.push(recipeMap(text, lines.slice(from, at), recipePrefix));
			continue;
		}
		const trimmed = line.text.trim();
		if (/^define\b/.test(trimmed)) {
			const from = at + 1;
			while (at < lines.length && !/^\s*endef\b/.test(lines[at]!.text)) { at++; }
			recipes.push(recipeMap(text, lines.slice(from, at), recipePrefix));
			at++;
			continue;
		}
		if (/^(?:ifn?eq|ifn?def)\b/.test(trimmed)) { condition++; }
		if (/^endif\b/.test(trimmed)) { condition = Math.max(0, condition - 1); }
		let end = at + 1;
		while (end < lines.length && continues(lines[end - 1]!)) { end++; }
		const assignment = end === at + 1 ? readAssignment(line, condition > 0) : undefined;
		if (assignment) {
			assigned.set(assignment.name, [...(assigned.get(assignment.name) ?? []), assignment]);
		} else if (/^[^\s#=:][^=#]*?:(?!=|:{1,2}=)/.test(line.text.slice(0, longestRule))) {
			inRule = true;
			const inline = ruleCommand(text, line);
			if (inline) { recipes.push(inline); }
			const own = /^[^:=]+:\s*(?:override\s+|export\s+)?([A-Za-z_][\w.-]*)\s*[:?+]?=/.exec(line.text.slice(0, longestRule));
			// A value for one target only.
			if (own) { assigned.set(own[1]!, [...(assigned.get(own[1]!) ?? []), { name: own[1]!, value: '', start: 0, operator: '+=', conditional: true }]); }
		} else if (trimmed !== '' && !trimmed.startsWith('#') && condition === 0 && !/^(?:-?include|sinclude|export|unexport|vpath|else|endif)\b/.test(trimmed)) {
			inRule = inRule && /^\s/.test(line.text);
		}
		at = end;
	}
	const variables = resolve(file, assigned);
	return { recipes, variables, environment: exportsOf(text, variables) };
}

function exportsOf(text: string, variables: ReadonlyMap<string, ShellVariable | 'unknown'>): readonly CommandEnvironment[] {
	const names = new Set([...text.matchAll(/^[ ]*(?:override\s+)?export[ \t]+([^\n#]*)/gm)].flatMap(match => /[:?+]?=/.test(match[1]!) ? [/^[\w.-]+/.exec(match[1]!)?.[0] ?? ''] : match[1]!.trim().split(/\s+/)));
	return [...names].flatMap((name): CommandEnvironment[] => {
		const variable = variables.get(name);
		if (!variable || variable === 'unknown' || !variable.source) { return []; }
		const { span } = variable.source;
		return [{ name, value: { span, text: text.slice(span.start, span.end), value: variable.value, open: [] }, scope: 'script' }];
	});
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
	const match = /^[^\t#;=:][^:;=#]*:{1,2}[^:;=#]*;/.exec(line.text.slice(0, longestRule));
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
	readonly name: string;
	readonly value: string;
	/** Offset of the value. */
	readonly start: number;
	readonly operator: string;
	readonly conditional: boolean;
}

function readAssignment({ start, text }: Line, conditional: boolean): Assignment | undefined {
	const match = /^[ ]*(?:override\s+|export\s+|private\s+)*([A-Za-z_][\w.-]*)\s*(:::?=|::=|[:?+!]?=)[ \t]*/.exec(text);
	if (!match) { return undefined; }
	const value = text.slice(match[0].length).replace(/(?:^|\s)#.*$/s, '').trimEnd();
	// Make keeps quotes, but the shell of the recipe takes them off.
	const quoted = /^(["'])([^"'\\]*)\1$/.exec(value);
	return { name: match[1]!, value: quoted?.[2] ?? value, start: start + match[0].length + (quoted ? 1 : 0), operator: match[2]!, conditional };
}

function resolve(file: string, assigned: ReadonlyMap<string, readonly Assignment[]>): ReadonlyMap<string, ShellVariable | 'unknown'> {
	const values = new Map<string, ShellVariable | 'unknown'>();
	const visiting = new Set<string>();
	const valueOf = (name: string): ShellVariable | 'unknown' => {
		const known = values.get(name);
		if (known) { return known; }
		if (visiting.has(name) || visiting.size > 100) { return 'unknown'; }
		visiting.add(name);
		const found = evaluate(file, assigned.get(name) ?? [], valueOf);
		visiting.delete(name);
		values.set(name, found);
		return found;
	};
	for (const name of assigned.keys()) {
		// In shell text the names have no dots or dashes.
		values.set(name.replace(/[.-]/g, '_'), valueOf(name));
	}
	return values;
}

function evaluate(file: string, all: readonly Assignment[], valueOf: (name: string) => ShellVariable | 'unknown'): ShellVariable | 'unknown' {
	// `X ?= b` behind `X := a` changes nothing.
	const [first, ...others] = all;
	if (!first || first.conditional || others.some(({ operator }) => operator !== '?=') || first.operator === '+=' || first.operator === '!=') { return 'unknown'; }
	let environmentDependent = first.operator === '?=';
	let open = false;
	const value = first.value.replace(/\$(?:\$|\((\w[\w.-]*)\)|\{(\w[\w.-]*)\}|[^])/g, (piece, round: string | undefined, curly: string | undefined) => {
		if (piece === '$$') { return '$'; }
		const name = round ?? curly;
		const inner = name === undefined ? 'unknown' : valueOf(name);
		if (inner === 'unknown' || inner.open.length > 0) { open = true; return piece; }
		environmentDependent ||= inner.environmentDependent === true;
		return inner.value;
	});
	if (open || value.length > 4000) { return 'unknown'; }
	const span = { start: first.start, end: first.start + first.value.length };
	return { value, open: [], source: { file, span }, ...(environmentDependent && { environmentDependent }) };
}
