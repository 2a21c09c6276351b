import type { CommandEnvironment } from '../../../model/index.ts';
import { baseName, folderOf, joinPath } from '../../../util/filePath.ts';
import { TextMapBuilder } from '../../../util/textMap.ts';
import type { ExtractCard, ExtractInput } from '../../card.ts';
import { emptyFacts } from '../../emptyFacts.ts';
import { exportedVariable } from '../exportedVariable.ts';
import type { ShellVariable } from '../shellScope.ts';
import { dotenvEnvironment } from './dotenvEnvironment.ts';
import { HostReader } from './hostReader.ts';
import { justVariable } from './justVariable.ts';
import { replacedIn } from './taskfileCard.ts';

/** justfiles: recipe lines with `{{name}}` of assignments; a recipe with a shebang is one script. */
export const justfileCard: ExtractCard = {
	kind: 'justfile',
	matches: (file, languageId) => languageId === 'just' || /^\.?justfile$|\.just$/i.test(baseName(file)),
	needs: ({ file, text }) => loadsDotenv(text) ? [dotenvOf(file)] : [],
	extract(input) {
		const { file, text } = input;
		const reader = new HostReader(file, text, 'justfile');
		const lines = [...text.matchAll(/[^\n]*(?:\n|$)/g)].filter(match => match[0] !== '').map(match => ({ start: match.index, text: match[0] }));
		const variables = assignments(file, lines);
		const environment = exportedVariables(input, lines, variables);
		for (let at = 0; at < lines.length;) {
			const from = at;
			while (at < lines.length && /^[ \t]+\S|^\s*$/.test(lines[at]!.text)) { at++; }
			if (at > from) { readRecipe(reader, lines.slice(from, at), from > 0 ? lines[from - 1] : undefined, variables, environment); } else { at++; }
		}
		return { ...emptyFacts(file, 'justfile', text), ...reader.collection.facts() };
	},
};

/** More names than these in a row that each need the next are no justfile. */
const mostRounds = 8;

interface Line {
	readonly start: number;
	readonly text: string;
}

function assignments(file: string, lines: readonly Line[]): ReadonlyMap<string, ShellVariable> {
	const found = new Map<string, ShellVariable>();
	const matches = lines.flatMap(({ start, text }) => {
		const match = /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=\s*(\S[^\r\n]*)/.exec(text);
		return match ? [{ name: match[1]!, expression: match[2]!, start: start + match[0].length - match[2]!.length }] : [];
	});
	// The order in which they are written does not matter.
	for (let known = -1, round = 0; found.size > known && round < mostRounds; round++) {
		known = found.size;
		for (const { name, expression, start } of matches) { set(found, file, name, expression, start); }
	}
	return found;
}

function set(found: Map<string, ShellVariable>, file: string, name: string, expression: string, start: number): void {
	const shellName = name.replaceAll('-', '_');
	const value = justVariable(shellName, expression, { file, start }, found);
	if (value) { found.set(shellName, value); }
}

/** With the defaults of a recipe's parameters, `build tag="latest" *flags:`; a parameter without one is what the caller says. */
function withParameters(file: string, { start, text }: Line, variables: ReadonlyMap<string, ShellVariable>): ReadonlyMap<string, ShellVariable> {
	const head = /^@?[A-Za-z_][\w-]*((?:[ \t]+[+*]?\$?[A-Za-z_][\w-]*(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s:"'()]+|\([^()\n]*\)))?)*)[ \t]*:(?!=)/.exec(text);
	if (!head?.[1]) { return variables; }
	const found = new Map(variables);
	const from = start + head[0].indexOf(head[1]);
	for (const match of head[1].matchAll(/[+*]?\$?([A-Za-z_][\w-]*)(?:=("[^"\n]*"|'[^'\n]*'|[^\s:"'()]+|\([^()\n]*\)))?/g)) {
		found.delete(match[1]!.replaceAll('-', '_'));
		if (match[2] === undefined) { continue; }
		set(found, file, match[1]!, match[2], from + match.index + match[0].length - match[2].length);
		const value = found.get(match[1]!.replaceAll('-', '_'));
		if (value) { found.set(match[1]!.replaceAll('-', '_'), { ...value, environmentDependent: true }); }
	}
	return found;
}

/** What just hands to recipes: `export NAME := …`, all of them with `set export`, and the `.env` that it loads. */
function exportedVariables(
	{ file, text, files }: ExtractInput,
	lines: readonly Line[],
	variables: ReadonlyMap<string, ShellVariable>,
): readonly CommandEnvironment[] {
	const all = /^set[ \t]+export\b(?!\s*:=\s*false)/m.test(text);
	const names = lines.flatMap(({ text: line }) => (all ? /^(?:export\s+)?([A-Za-z_][\w-]*)\s*:=/ : /^export\s+([A-Za-z_][\w-]*)\s*:=/).exec(line)?.[1] ?? []);
	return [...dotenvEnvironment(files.get(dotenvOf(file)) ?? ''), ...names.map(name => exportedVariable(name, variables.get(name.replaceAll('-', '_'))))];
}

function loadsDotenv(text: string): boolean {
	return /^set[ \t]+dotenv-(?:load|required|filename|path)\b(?!\s*:=\s*false)/m.test(text);
}

function dotenvOf(file: string): string {
	return joinPath(folderOf(file), '.env');
}

function readRecipe(
	reader: HostReader,
	lines: readonly Line[],
	head: Line | undefined,
	outer: ReadonlyMap<string, ShellVariable>,
	exported: readonly CommandEnvironment[],
): void {
	const variables = head ? withParameters(reader.file, head, outer) : outer;
	const parameters = [...(head?.text ?? '').matchAll(/\$([A-Za-z_][\w-]*)/g)].map(match => exportedVariable(match[1]!, variables.get(match[1]!.replaceAll('-', '_'))));
	const environment = parameters.length > 0 ? [...exported, ...parameters] : exported;
	const builder = new TextMapBuilder();
	const isScript = lines.some(({ text }, index) => index === 0 && /^\s*#!/.test(text));
	let continued = false;
	for (const { start, text } of lines) {
		const indent = /^[ \t]*/.exec(text)![0].length;
		// `@` and `-` in front belong to just; a continuation line has none.
		const sigils = continued || isScript ? 0 : /^[@-]*/.exec(text.slice(indent))![0].length;
		builder.verbatim(text.slice(indent + sigils), start + indent + sigils);
		continued = /\\\r?\n$/.test(text);
	}
	const computed = new Map(variables);
	const map = replacedIn(builder.build(), /\{\{([^{}\n]*)\}\}/g, ([whole, inside]) => {
		const written = inside!.trim().replace(/^quote\(\s*(.*?)\s*\)$/, '$1');
		if (/^[A-Za-z_][\w-]*$/.test(written)) { return `\${${written.replaceAll('-', '_')}}`; }
		const name = `_computed_${computed.size}`;
		const value = justVariable(name, written, { file: reader.file, start: 0 }, variables);
		if (!value) { return whole; }
		const { source, ...known } = value;
		computed.set(name, known);
		return `\${${name}}`;
	});
	reader.script(map, { folders: [folderOf(reader.file)], variables: computed, environment });
}
