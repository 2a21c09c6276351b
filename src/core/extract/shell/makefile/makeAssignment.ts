import type { Conditional } from './conditions.ts';
import { longestRule } from './makeLines.ts';
import type { Line } from './makeLines.ts';
import type { Branch } from './worlds.ts';

/** `NAME = value` and its like (GNU make manual, 6.2 to 6.8). */
export interface Assignment {
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
	/** Its place among all assignments of the files, as make reads them. */
	readonly order: number;
}

/** Reads a line; `undefined` when it is no assignment. */
export function readAssignment(file: string, { start, text, broken = false }: Line, { branches, empty }: Conditional, order: number): Assignment | undefined {
	const match = /^[ ]*((?:override\s+|export\s+|private\s+)*)([A-Za-z_][\w.-]*)\s*(:::?=|::=|[:?+!]?=)[ \t]*/.exec(text.slice(0, longestRule));
	if (!match) { return undefined; }
	const value = text.slice(match[0].length).replace(/(?<!\\)#.*$/s, '').trimEnd();
	// Make keeps quotes, but the shell of the recipe takes them off.
	const quoted = /^(["'])([^"'\\]*)\1$/.exec(value);
	const name = match[2]!;
	// `ifndef X` around `X = …` is `X ?= …`.
	const operator = match[3] === '=' && empty.includes(name) ? '?=' : match[3]!;
	return {
		file, name, value: quoted?.[2] ?? value, start: start + match[0].length + (quoted ? 1 : 0), operator, broken, branches, order,
		conditional: empty.some(each => each !== name),
	};
}

/** `define NAME` … `endef` with one line in it; several are commands, not a value. */
export function readDefinition(file: string, lines: readonly Line[], { branches, empty }: Conditional, order: number): Assignment | undefined {
	const [head, body] = lines;
	const match = /^\s*(?:override\s+|export\s+)*define\s+([A-Za-z_][\w.-]*)\s*([:?+]?=)?\s*$/.exec(head!.text);
	if (!match || !body || lines.length !== 2 || /^[\t@]|\\$/.test(body.text.trimEnd())) { return undefined; }
	return {
		file,
		name: match[1]!,
		value: body.text.trimEnd(),
		start: body.start,
		operator: match[2] ?? '=',
		broken: false,
		branches,
		conditional: empty.length > 0,
		order,
	};
}
