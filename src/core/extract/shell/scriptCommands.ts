import type { Assignment, Word } from 'unbash';
import type { CommandEnvironment } from '../../model/index.ts';
import { joinPath } from '../../util/filePath.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { choiceRounds } from './choices.ts';
import { commandInput } from './commandInput.ts';
import { expandWord } from './expandWord.ts';
import { aliasWords } from './forwardedWords.ts';
import { handedCommands } from './handedWords.ts';
import { readToolCommand } from './readToolCommand.ts';
import type { CommandSetting, ReadCommand } from './readToolCommand.ts';
import type { ShellScope, ShellVariable } from './shellScope.ts';
import { commandWord } from './shellWord.ts';
import type { ShellWord } from './shellWord.ts';
import { loopValues } from './loopValues.ts';
import { templateName } from './shellSource.ts';
import { mayCallTool, tools } from './tools/index.ts';
import { callsKnownTool, programWords } from './programWords.ts';
import { splitWord } from './splitWord.ts';
import { isOftenWrapped, isWrapper, programName, unwrapCommand } from './unwrapCommand.ts';
import { walkScript } from './walkScript.ts';
import type { SimpleCommand } from './walkScript.ts';
import { withoutAliases } from './withoutAliases.ts';

const builtins = new Set(['export', 'declare', 'typeset', 'readonly', 'local', 'unset', 'read', 'alias', 'cd', 'pushd', 'popd', ':', 'mapfile', 'printf', 'set']);
const deepest = 4;

/** A tool's command and the folders it may run in. */
export interface ScriptCommand {
	readonly read: ReadCommand;
	readonly folders: readonly string[];
	/** What is written for it to read: a heredoc, the text that `echo` pipes into it. */
	readonly input?: ShellWord;
}

/** Every call of a container tool in a script, in order; `scope` gives what is known before, and holds afterwards what the script has set. */
export function scriptCommands(map: TextMap, scope: ShellScope, file: string, setting: CommandSetting, found: (command: ScriptCommand) => void, depth = 0): void {
	const interesting = (name: Word): boolean => {
		if (scope.aliases.has(name.text) || name.text.includes('$') || name.text.includes('\'') || name.text.includes('"')) { return true; }
		const program = programName(name.text);
		return tools.has(program) || builtins.has(program) || isWrapper(program);
	};
	if (!mayCallTool(map.text) && !/\bexport\b|=/.test(map.text) && !callsKnownTool(map.text, scope)) { return; }
	const read = (command: SimpleCommand): void => {
		const { source } = command;
		const name = command.name ? literalName(command) : undefined;
		const assigned = command.prefix.length === 0 ? noneAssigned : command.prefix.map(assignment => readAssignment(assignment, command, file, setting.outerText));
		if (!command.name) {
			for (const variable of assigned) {
				assign(command.scope, variable, file);
				if (command.scope.exportsAll) { command.scope.export({ name: variable.name, value: variable.value, scope: 'script' }); }
			}
			return;
		}
		const wrapped = (name === undefined || name === '') && isOftenWrapped(command.words[0]?.text ?? '');
		if (!wrapped && (name === undefined || !(tools.has(name) || isWrapper(name) || builtins.has(name) || scope.aliases.has(name)))) { return; }
		if (name !== undefined && builtins.has(name) && !scope.aliases.has(name)) { builtin(name, command, file, setting.outerText); return; }
		const first = expandWord(command.name, source, command.scope);
		const words = [...programWords(first, command.scope) ?? splitWord(command.name, first)];
		for (const item of command.words) {
			const word: Word = item.type === 'Word' ? item : { type: 'Word', text: item.text, value: item.text, pos: item.pos, end: item.end };
			words.push(...splitWord(word, expandWord(word, source, command.scope)));
		}
		const unwrapped = unwrapCommand(withoutAliases(words, scope.aliases), setting.outerText);
		const scripts = unwrapped.scripts ?? (unwrapped.readsScript ? [commandInput(command)].filter(input => input !== undefined) : []);
		for (const script of scripts) {
			if (depth < deepest) { scriptCommands(script.map, command.scope.copy(), file, { ...setting, continuation: '\\' }, found, depth + 1); }
		}
		const toolName = toolOf(unwrapped.words);
		const tool = toolName === undefined ? undefined : tools.get(toolName);
		if (!tool || unwrapped.words.length < 2) { return; }
		const calls = unwrapped.handing ? handedCommands(unwrapped.words, unwrapped.handing, command) : [unwrapped.words];
		const own = assigned.map(({ name: variable, value }): CommandEnvironment => ({ name: variable, value, scope: 'command' }));
		const environment = own.length + unwrapped.environment.length === 0 ? command.scope.environment : [...command.scope.environment, ...own, ...unwrapped.environment];
		for (const call of calls) {
			const facts = readToolCommand(tool, call, environment, setting);
			const input = facts.syntax.builds && commandInput(command);
			found({ read: facts, folders: command.scope.folders, ...(input && { input }) });
		}
	};
	walkScript(map, scope, file, command => { readInRounds(command, read); }, interesting);
}

/** Reads a command that names variables with one of several values once for each way they can go together. */
function readInRounds(command: SimpleCommand, read: (command: SimpleCommand) => void): void {
	const { scope, name } = command;
	const rounds = choiceRounds(namesIn(command), each => scope.get(each));
	if (!rounds) { read(command); return; }
	const ways = rounds.map(({ values, when }) => {
		const copy = scope.copy();
		for (const [each, value] of values) { copy.set(each, value); }
		read({ ...command, scope: copy });
		return { scope: copy, when };
	});
	if (name && !declarations.has(name.text)) { return; }
	scope.join(ways);
	scope.environment = ways.at(-1)!.scope.environment;
}

const declarations = new Set(['export', 'declare', 'typeset', 'readonly', 'local']);

/** Variables and expressions that a command is written with. */
function namesIn({ name, prefix, words, source }: SimpleCommand): readonly string[] {
	const start = prefix[0]?.pos ?? name?.pos ?? 0;
	const end = words.at(-1)?.end ?? name?.end ?? prefix.at(-1)?.end ?? start;
	const written = source.map.text.slice(start, end);
	if (!written.includes('$') && !written.includes('<<')) { return noNames; }
	return [...written.matchAll(/\$\{?([A-Za-z_]\w*)|\$\{\{[^]*?\}\}|<<[^<>]*>>/g)].map(match => match[1] ?? templateName(match[0]));
}

const noNames: readonly string[] = [];

/** The name a command is called by, `$DOCKER` counting as `docker` unless it is known to be something else. */
function literalName({ name, source, scope }: SimpleCommand): string | undefined {
	if (!name) { return undefined; }
	if (!name.text.includes('$')) { return programName(name.value); }
	const word = expandWord(name, source, scope);
	return programNameOf(programWords(word, scope)?.[0] ?? word);
}

function programNameOf(word: ShellWord): string | undefined {
	if (word.open.length === 0) { return programName(word.map.text.split(' ')[0]!); }
	const variable = word.open.length === 1 && /^\$\{?\w+\}?$/.test(word.map.text) ? word.open[0]!.toLowerCase() : '';
	if (engineName.test(variable)) { return 'docker'; }
	return /^(docker|podman|buildah|skopeo|kubectl|oc|crane|oras|nerdctl|helm|cosign)(?:_?(?:cmd|bin|command|exe|path|cli))?$/.exec(variable)?.[1];
}

/** Variables for docker or podman, whichever is there. */
const engineName = /^(?:container_?(?:engine|tool|runtime|cmd|cli|command|bin|builder|exe)|(?:docker_or_podman|oci_?bin|engine))$/;

function toolOf(words: readonly ShellWord[]): string | undefined {
	const first = words[0];
	if (!first) { return undefined; }
	const value = first.map.text;
	if (value === '@devcontainers/cli' || value.startsWith('@devcontainers/cli@')) { return '@devcontainers/cli'; }
	const name = programNameOf(first);
	// `executor` is a common word; kaniko's has its flags.
	if (name === 'executor' && !words.some(word => /^(?:-d|--?destination|--?context|--?dockerfile|--no-push)(?:=|$)/.test(word.map.text))) { return undefined; }
	// Other programs have an engine too.
	if (name === 'docker' && first.open.length > 0 && engineName.test(first.open[0]!.toLowerCase()) && !tools.get('docker')!.commands[words[1]?.map.text ?? '']) { return undefined; }
	if (name === 'pack' && !words.some(word => /^(?:--?builder|-B|--publish)(?:=|$)/.test(word.map.text))) { return undefined; }
	return name;
}

const noneAssigned: readonly Assigned[] = [];

interface Assigned {
	readonly name: string;
	readonly word: ShellWord | undefined;
	readonly value: CommandEnvironment['value'];
	/** Of an array. */
	readonly elements?: readonly ShellVariable[];
}

function readAssignment(assignment: Assignment, { source, scope }: SimpleCommand, file: string, outerText: string): Assigned {
	const word = assignment.value.type === 'Word' && !assignment.index ? appended(assignment, expandWord(assignment.value, source, scope), scope) : undefined;
	const elements = !assignment.append && assignment.value.type === 'ArrayValue' ? loopValues(assignment.value.elements, source, scope, file) : undefined;
	const span = source.map.outerSpan({ start: assignment.pos, end: assignment.end });
	const text = outerText.slice(span.start, span.end);
	return { name: assignment.name, word, value: word ? commandWord(word, outerText) : { span, text, value: text, open: [assignment.name] }, ...(elements && !elements.some(({ value }) => value.startsWith('[')) && { elements }) };
}

/** What `X+=…` makes of the value so far. */
function appended({ append, name }: Assignment, word: ShellWord, scope: ShellScope): ShellWord | undefined {
	if (!append) { return word; }
	const before = scope.get(name);
	if (!before || before === 'unknown' || before.open.length + word.open.length > 0 || before.elements) { return undefined; }
	const { span } = word;
	return { ...word, map: new TextMapBuilder().replaced(before.value + word.map.text, span.start, span.end).build(), quoted: [] };
}

function assign(scope: ShellScope, { name, word, elements }: Assigned, file: string): void {
	const first = elements?.[0];
	// `$x` of an array is its first element.
	if (first) { scope.set(name, { ...first, elements }); return; }
	if (!word) { scope.set(name, 'unknown'); return; }
	scope.set(name, {
		value: word.map.text,
		open: word.open,
		source: { file, span: word.span },
		...(word.environmentDependent && { environmentDependent: true }),
	});
}

function builtin(name: string, command: SimpleCommand, file: string, outerText: string): void {
	const { scope, source } = command;
	const texts = command.words.map(word => word.text);
	if (name === 'cd' || name === 'pushd' || name === 'popd') { changeFolder(name, command); return; }
	if (name === 'set') {
		const all = /(?:^| )([+-])(?:[b-z]*a[a-z]*(?= |$)|o allexport\b)/.exec(texts.join(' '))?.[1];
		if (all) { scope.exportsAll = all === '-'; }
		return;
	}
	if (name === 'alias') {
		for (const word of command.words) {
			if (word.type !== 'Assignment' || word.value.type !== 'Word') { continue; }
			const words = aliasWords(expandWord(word.value, source, scope).map.text);
			if (words) { scope.aliases.set(word.name, words); }
		}
		return;
	}
	if (name === ':') {
		for (const word of command.words) { if (word.type === 'Word') { expandWord(word, source, scope); } }
		return;
	}
	if (name === 'unset' || name === 'read' || name === 'mapfile' || name === 'printf') {
		if (name === 'printf' && texts[0] !== '-v') { return; }
		for (const text of texts) { if (/^[A-Za-z_]\w*$/.test(text)) { scope.set(text, 'unknown'); } }
		return;
	}
	const exports = name === 'export' || ((name === 'declare' || name === 'typeset') && texts.some(text => /^-[a-z]*x/.test(text)));
	for (const word of command.words) {
		if (word.type === 'Assignment') {
			const assigned = readAssignment(word, command, file, outerText);
			assign(scope, assigned, file);
			if (exports) { scope.export({ name: assigned.name, value: assigned.value, scope: 'script' }); }
		} else if (exports && /^[A-Za-z_]\w*$/.test(word.text)) {
			const known = scope.get(word.text);
			if (known && known !== 'unknown') {
				const span = known.source?.file === file ? known.source.span : source.map.outerSpan({ start: word.pos, end: word.end });
				scope.export({ name: word.text, value: { span, text: outerText.slice(span.start, span.end), value: known.value, open: known.open }, scope: 'script' });
			}
		}
	}
}

function changeFolder(name: string, { words, source, scope }: SimpleCommand): void {
	const word = words.find(item => !item.text.startsWith('-') || item.text === '-');
	if (name === 'popd' || word?.type !== 'Word') { scope.folders = []; return; }
	const scriptFolder = /^"?\$\(\s*dirname\s+(?:--\s+)?"?\$(?:0|\{0\}|\{?BASH_SOURCE(?:\[0\])?\}?)"?\s*\)"?((?:\/[\w.-]+)*)\/?"?$/.exec(word.text);
	if (scriptFolder) { scope.folders = scope.folders.slice(0, 1).map(folder => joinPath(folder, `.${scriptFolder[1]!}`)); return; }
	const value = expandWord(word, source, scope);
	scope.folders = value.open.length > 0 || /^[~/-]/.test(value.map.text) ? [] : scope.folders.map(folder => joinPath(folder, value.map.text));
}
