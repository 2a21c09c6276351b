import type { Word } from 'unbash';
import type { CommandEnvironment } from '../../model/index.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { choiceRounds } from './choices.ts';
import { commandFields } from './commandFields.ts';
import { commandInput } from './commandInput.ts';
import { expandWord } from './expandWord.ts';
import { inputKind } from './inputUses.ts';
import { handedCommands } from './handedWords.ts';
import { readToolCommand } from './readToolCommand.ts';
import type { CommandSetting, ReadCommand } from './readToolCommand.ts';
import { assign, readAssignment } from './readAssignment.ts';
import type { Assigned } from './readAssignment.ts';
import { builtins, declarations, runBuiltin } from './shellBuiltins.ts';
import type { ShellScope } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';
import { templateName } from './shellSource.ts';
import { mayCallTool, tools } from './tools/index.ts';
import { exportedFile, sourcedPaths } from './sourcedFiles.ts';
import { callsKnownTool, programWords } from './programWords.ts';
import { isOftenWrapped, isWrapper, programName, unwrapCommand } from './unwrapCommand.ts';
import { walkScript } from './walkScript.ts';
import { writers } from './writtenOutput.ts';
import type { WrittenPiece } from './writtenFiles.ts';
import { writtenPiece } from './writtenPiece.ts';
import type { SimpleCommand } from './scriptWalker.ts';
import { withoutAliases } from './withoutAliases.ts';

const deepest = 4;
/** A file that is read too may be written. */
const mayWrite = /(?:docker|container)file|\btee\b|<</i;
/** What a script reads into its own shell is settings, or a handful of functions. */
const mostSourced = 50_000;

/** A tool's command and the folders it may run in. */
export interface ScriptCommand {
	readonly read: ReadCommand;
	readonly folders: readonly string[];
	/** What is written for it to read: a heredoc, the text that `echo` pipes into it. */
	readonly input?: ShellWord;
}

/** How a script is read. */
export interface ScriptReading extends CommandSetting {
	/** Told of what the script writes into files. */
	readonly wrote?: (piece: WrittenPiece) => void;
}

/** Every call of a container tool in a script, in order; `scope` gives what is known before, and holds afterwards what the script has set. */
export function scriptCommands(
	map: TextMap,
	scope: ShellScope,
	file: string,
	setting: ScriptReading,
	found: (command: ScriptCommand) => void,
	depth = 0,
): void {
	const interesting = (name: Word): boolean => {
		if (scope.aliases.has(name.text) || scope.functions.has(name.text) || /[$'"\\]/.test(name.text)) {
			return true;
		}
		const program = programName(name.text);
		return tools.has(program)
			|| (builtins.has(program) && !writers.has(program))
			|| program === 'printf'
			|| program === 'tee'
			|| program === 'source'
			|| program === '.'
			|| isWrapper(program);
	};
	const wrote = (words: readonly ShellWord[], command: SimpleCommand): void => {
		const piece = setting.wrote && writtenPiece(words, command);
		if (piece) { setting.wrote(piece); }
	};
	if (!mayCallTool(map.text) && !(setting.wrote && mayWrite.test(map.text)) && !/\bexport\b|=|\(\)/.test(map.text) && !callsKnownTool(map.text, scope)) { return; }
	const read = (command: SimpleCommand): void => {
		const name = command.name ? literalName(command) : undefined;
		const assigned = !command.name || command.prefix.length === 0
			? noneAssigned
			: command.prefix.map(assignment => readAssignment(assignment, command, file, setting.outerText));
		if (!command.name) {
			for (const assignment of command.prefix) {
				// One after the other: `A=1 B=$A`.
				const variable = readAssignment(assignment, command, file, setting.outerText);
				assign(command.scope, variable);
				if (command.scope.exportsAll) { command.scope.export({ name: variable.name, value: variable.value, scope: 'script' }); }
			}
			return;
		}
		if (name === 'source' || name === '.') {
			readSource(command.words[0]?.text ?? '', command.scope);
			return;
		}
		if (command.output && (name === 'cat' || name === 'echo' || name === 'printf')) { wrote(fieldsOf(command), command); }
		const called = name === undefined || scope.aliases.has(name) ? undefined : scope.functions.get(name);
		if (called) {
			const { words, source, scope: at } = command;
			const before = assigned.map(each => [each.name, at.get(each.name)] as const);
			for (const each of assigned) { assign(at, each); }
			const given = words.flatMap(item => commandFields(wordOf(item), source, at)).map(word => ({ ...word, place: { file, span: word.span } }));
			const rest = given.findIndex(word => word.rest);
			called.call(at, rest === -1 ? given : given.slice(0, rest + 1));
			for (const [each, value] of before) { at.set(each, value ?? 'unknown'); }
			return;
		}
		const wrapped = (name === undefined || name === '') && isOftenWrapped(command.words[0]?.text ?? '');
		if (!wrapped && (name === undefined || !(tools.has(name) || isWrapper(name) || name === 'tee' || builtins.has(name) || scope.aliases.has(name)))) { return; }
		if (name !== undefined && builtins.has(name) && !scope.aliases.has(name)) {
			const exported = name === 'export' ? exportedFile(command.words[0]?.text ?? '') : undefined;
			if (exported !== undefined) { readSource(exported, command.scope, true); return; }
			runBuiltin(name, command, file, setting.outerText);
			return;
		}
		const own = assigned.map(({ name: variable, value }): CommandEnvironment => ({ name: variable, value, scope: 'command' }));
		readWords(fieldsOf(command), command, own.length === 0 ? command.scope.environment : [...command.scope.environment, ...own]);
	};
	const readWords = (words: readonly ShellWord[], command: SimpleCommand, environment: readonly CommandEnvironment[]): void => {
		const unwrapped = unwrapCommand(withoutAliases(words, scope.aliases), setting.outerText);
		const scripts = unwrapped.scripts ?? (unwrapped.readsScript ? [commandInput(command)].filter(input => input !== undefined) : []);
		for (const script of scripts) {
			if (depth < deepest) {
				scriptCommands(script.map, command.scope.copy(), file, { ...setting, continuation: '\\', isList: false }, found, depth + 1);
			}
		}
		if (unwrapped.words[0]?.map.text === 'tee') { wrote(unwrapped.words, command); }
		const toolName = toolOf(unwrapped.words);
		const tool = toolName === undefined ? undefined : tools.get(toolName);
		if (!tool || unwrapped.words.length < 2) { return; }
		const calls = unwrapped.handing ? handedCommands(unwrapped.words, unwrapped.handing, command) : [unwrapped.words];
		const known = unwrapped.environment.length === 0 ? environment : [...environment, ...unwrapped.environment];
		for (const call of calls) {
			const facts = readToolCommand(tool, call, known, setting);
			const input = inputKind(facts) && commandInput(command);
			found({ read: facts, folders: command.scope.folders, ...(input && { input }) });
			const inner = wordsInContainer(facts);
			if (inner.length > 0) { readWords(inner, command, noEnvironment); }
		}
	};
	const readSource = (written: string, at: ShellScope, exports = at.exportsAll): void => {
		const path = sourcedPaths(file, written).find(each => setting.sources?.has(each));
		const text = path === undefined ? undefined : setting.sources?.get(path);
		if (path === undefined || text === undefined || depth >= deepest || text.length > mostSourced) { return; }
		const exportedAll = at.exportsAll;
		at.exportsAll = exports;
		scriptCommands(
			sliceMap(text, { start: 0, end: text.length }),
			at,
			path,
			{ outerText: text, host: 'shell', continuation: '\\', editable: false, ...(setting.sources && { sources: setting.sources }) },
			() => undefined,
			depth + 1,
		);
		at.exportsAll = exportedAll;
	};
	walkScript(map, scope, file, command => { readInRounds(command, read); }, interesting);
}

/** The command that `docker exec NAME …` and `kubectl exec NAME -- …` run in a container. */
function wordsInContainer({ command, operandWords }: ReadCommand): readonly ShellWord[] {
	if (!/(?:^| )exec$/.test(command.subcommand)) { return []; }
	const mark = operandWords.findIndex(({ map }) => map.text === '--');
	return operandWords.slice(mark === -1 ? 1 : mark + 1);
}

const noEnvironment: readonly CommandEnvironment[] = [];

/** The words of a command, those of a partly known `$DOCKER_RUN` included. */
function fieldsOf({ name, words, source, scope }: SimpleCommand): readonly ShellWord[] {
	const first = name && expandWord(name, source, scope);
	return [
		...first && name ? programWords(first, scope) ?? commandFields(name, source, scope) : [],
		...words.flatMap(item => commandFields(wordOf(item), source, scope)),
	];
}

function wordOf(item: SimpleCommand['words'][number]): Word {
	return item.type === 'Word' ? item : { type: 'Word', text: item.text, value: item.text, pos: item.pos, end: item.end };
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
	if (name && !declarations.has(name.text) && !builtins.has(name.text) && !scope.functions.has(name.text)) { return; }
	scope.join(ways);
	scope.environment = ways.at(-1)!.scope.environment;
}

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
	return programNameOf(programWords(word, scope)?.[0] ?? commandFields(name, source, scope)[0] ?? word);
}

function programNameOf(word: ShellWord): string | undefined {
	if (word.open.length === 0) {
		const whole = programName(word.map.text);
		return tools.has(whole) ? whole : programName(word.map.text.split(' ')[0]!);
	}
	// `$(LOCALBIN)/kind`: which folder it is in does not matter.
	const slash = word.map.text.lastIndexOf('/');
	if (word.openSpans.every(({ end }) => end <= slash)) { return programName(word.map.text); }
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
	if (name === 'executor' && !words.some(word => /^(?:-d|--?destination|--?context|--?dockerfile|--no-push)(?:=|$)/.test(word.map.text))) {
		return undefined;
	}
	// Other programs have an engine too.
	if (name === 'docker'
			&& first.open.length > 0
			&& engineName.test(first.open[0]!.toLowerCase())
			&& !tools.get('docker')!.commands[words[1]?.map.text ?? '']) {
		return undefined;
	}
	if (name === 'pack' && words[1]?.map.text !== 'build') { return undefined; }
	return name;
}

const noneAssigned: readonly Assigned[] = [];
