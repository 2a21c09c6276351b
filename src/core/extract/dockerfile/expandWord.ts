import type { Span } from '../../model/index.ts';
import type { Origins } from './origins.ts';
import { LexError, ShellLexer } from './shellLexer.ts';
import type { VariableUse } from '../../model/index.ts';

/** A value that a word may use. */
export interface EnvironmentEntry {
	readonly value: string;
	readonly source?: VariableUse['source'];
	readonly origin: NonNullable<VariableUse['origin']>;
	/** The value depends on the machine or platform that builds. */
	readonly dependent?: boolean;
}

/** Looks a variable up; `undefined` when it has no value. */
export type Environment = (name: string) => EnvironmentEntry | undefined;

/** A variable as met in a word; `substitute` when `-` or `+` gave another value than the variable's own. */
export interface UsedVariable {
	readonly name: string;
	readonly entry?: EnvironmentEntry;
	readonly substitute?: { readonly value: string; readonly span: Span };
}

/** A text after quote removal and expansion. */
export interface LexedWord {
	readonly value: string;
	/** Offsets in the text read. */
	readonly origins: Origins;
}

/** A word with the variables that were met in it. */
export interface ExpandedWord extends LexedWord {
	readonly variables: readonly UsedVariable[];
	/** BuildKit's complaint; the value is then empty. `unset`: the value is not known, as when a `?` asks for a variable that is not given. */
	readonly error?: { readonly message: string; readonly unset: boolean };
}

/** `ProcessWord` of BuildKit's shell lexer over `text` from `start` to `end`: all of the Dockerfile's variable syntax. Never throws. */
export function expandWord(text: string, { start, end }: Span, escape: string, environment: Environment): ExpandedWord {
	if (!needsLexer(text, start, end, escape)) {
		return { value: text.slice(start, end), origins: start, variables: noVariables };
	}
	const lexer = new ShellLexer(text, start, end, { escape, environment });
	try {
		return { ...lexer.run(), variables: lexer.variables };
	} catch (error) {
		if (!(error instanceof LexError)) { throw error; }
		return { value: '', origins: [], variables: lexer.variables, error: { message: error.message, unset: error.unset } };
	}
}

const noVariables: readonly UsedVariable[] = [];

function needsLexer(text: string, start: number, end: number, escape: string): boolean {
	const mark = escape.charCodeAt(0);
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x24 || code === 0x22 || code === 0x27 || code === mark) { return true; }
	}
	return false;
}
