import type { Word } from 'unbash';
import type { CommandEnvironment } from '../../model/index.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { calledProgram, calledTool } from './calledProgram.ts';
import { commandFields } from './commandFields.ts';
import { commandInput } from './commandInput.ts';
import { expandWord } from './expandWord.ts';
import { inputKind } from './inputUses.ts';
import { handedCommands } from './handedWords.ts';
import { readInRounds } from './readInRounds.ts';
import { readToolCommand } from './readToolCommand.ts';
import type { CommandSetting, ReadCommand } from './readToolCommand.ts';
import { assign, readAssignment } from './readAssignment.ts';
import type { Assigned } from './readAssignment.ts';
import { builtins, runBuiltin } from './shellBuiltins.ts';
import type { ShellFunction, ShellScope } from './shellScope.ts';
import type { ShellWord } from './shellWord.ts';
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
	if (!mayMatter(map.text, scope, setting)) { return; }
	const script: Script = { scope, file, setting, found, depth };
	walkScript(map, scope, file, command => { readInRounds(command, each => { readCommand(script, each); }); }, name => isInteresting(name, scope));
}

/** The script that is read, and who is told. */
interface Script {
	readonly scope: ShellScope;
	readonly file: string;
	readonly setting: ScriptReading;
	readonly depth: number;
	found(command: ScriptCommand): void;
}

function mayMatter(text: string, scope: ShellScope, { wrote }: ScriptReading): boolean {
	return mayCallTool(text) || (wrote && mayWrite.test(text)) || /\bexport\b|=|\(\)/.test(text) || callsKnownTool(text, scope);
}

/** May a command of this name call a tool, or change what is known? */
function isInteresting({ text }: Word, { aliases, functions }: ShellScope): boolean {
	if (aliases.has(text) || functions.has(text) || /[$'"\\]/.test(text)) { return true; }
	const program = programName(text);
	return tools.has(program) || (builtins.has(program) && !writers.has(program)) || others.has(program) || isWrapper(program);
}

/** Further programs that matter: they write a text down, or read another script. */
const others: ReadonlySet<string> = new Set(['printf', 'tee', 'source', '.']);

function readCommand(script: Script, command: SimpleCommand): void {
	if (!command.name) { readAssignments(script, command); return; }
	const { file, setting } = script;
	const { scope } = command;
	const name = calledProgram(command);
	const assigned = command.prefix.map(assignment => readAssignment(assignment, command, file, setting.outerText));
	const first = command.words[0]?.text ?? '';
	if (name === 'source' || name === '.') { readSource(script, first, scope); return; }
	if (command.output && (name === 'cat' || name === 'echo' || name === 'printf')) { tellWritten(script, fieldsOf(command), command); }
	const called = name === undefined || scope.aliases.has(name) ? undefined : scope.functions.get(name);
	if (called) { callFunction(script, called, command, assigned); return; }
	if (name !== undefined && builtins.has(name) && !scope.aliases.has(name)) {
		const exported = name === 'export' ? exportedFile(first) : undefined;
		if (exported === undefined) { runBuiltin(name, command, file, setting.outerText); } else { readSource(script, exported, scope, true); }
		return;
	}
	const mayCall = name === undefined || name === ''
		? isOftenWrapped(first)
		: tools.has(name) || isWrapper(name) || name === 'tee' || scope.aliases.has(name);
	if (!mayCall) { return; }
	const own = assigned.map(({ name: variable, value }): CommandEnvironment => ({ name: variable, value, scope: 'command' }));
	readWords(script, fieldsOf(command), command, own.length === 0 ? scope.environment : [...scope.environment, ...own]);
}

/** One after the other: `A=1 B=$A`. */
function readAssignments({ file, setting }: Script, command: SimpleCommand): void {
	for (const assignment of command.prefix) {
		const variable = readAssignment(assignment, command, file, setting.outerText);
		assign(command.scope, variable);
		if (command.scope.exportsAll) { command.scope.export({ name: variable.name, value: variable.value, scope: 'script' }); }
	}
}

/** What stands in front of a function's name holds while it runs. */
function callFunction({ file }: Script, called: ShellFunction, { words, source, scope }: SimpleCommand, assigned: readonly Assigned[]): void {
	const before = assigned.map(each => [each.name, scope.get(each.name)] as const);
	for (const each of assigned) { assign(scope, each); }
	const given = words.flatMap(item => commandFields(wordOf(item), source, scope)).map(word => ({ ...word, place: { file, span: word.span } }));
	const rest = given.findIndex(word => word.rest);
	called.call(scope, rest === -1 ? given : given.slice(0, rest + 1));
	for (const [each, value] of before) { scope.set(each, value ?? 'unknown'); }
}

/** A tool's call, or that of a program which runs one: in its words, or in a script of its own. */
function readWords(script: Script, words: readonly ShellWord[], command: SimpleCommand, environment: readonly CommandEnvironment[]): void {
	const { scope, file, setting, found, depth } = script;
	const unwrapped = unwrapCommand(withoutAliases(words, scope.aliases), setting.outerText);
	const scripts = unwrapped.scripts ?? (unwrapped.readsScript ? [commandInput(command)].filter(input => input !== undefined) : []);
	for (const inner of scripts) {
		if (depth < deepest) {
			scriptCommands(inner.map, command.scope.copy(), file, { ...setting, continuation: '\\', isList: false }, found, depth + 1);
		}
	}
	if (unwrapped.words[0]?.map.text === 'tee') { tellWritten(script, unwrapped.words, command); }
	const name = calledTool(unwrapped.words);
	const tool = name === undefined ? undefined : tools.get(name);
	if (!tool || unwrapped.words.length < 2) { return; }
	const calls = unwrapped.handing ? handedCommands(unwrapped.words, unwrapped.handing, command) : [unwrapped.words];
	const known = unwrapped.environment.length === 0 ? environment : [...environment, ...unwrapped.environment];
	for (const call of calls) {
		const read = readToolCommand(tool, call, known, setting);
		const input = inputKind(read) && commandInput(command);
		found({ read, folders: command.scope.folders, ...(input && { input }) });
		const inner = wordsInContainer(read);
		if (inner.length > 0) { readWords(script, inner, command, noEnvironment); }
	}
}

/** Another file that runs in the same shell: what it sets is known afterwards, what it calls is read in that file itself. */
function readSource({ file, setting: { sources }, depth }: Script, written: string, at: ShellScope, exports = at.exportsAll): void {
	const path = sourcedPaths(file, written).find(each => sources?.has(each));
	const text = path === undefined ? undefined : sources?.get(path);
	if (path === undefined || text === undefined || depth >= deepest || text.length > mostSourced) { return; }
	const exportedAll = at.exportsAll;
	at.exportsAll = exports;
	scriptCommands(
		sliceMap(text, { start: 0, end: text.length }),
		at,
		path,
		{ outerText: text, host: 'shell', continuation: '\\', editable: false, ...(sources && { sources }) },
		() => undefined,
		depth + 1,
	);
	at.exportsAll = exportedAll;
}

function tellWritten({ setting }: Script, words: readonly ShellWord[], command: SimpleCommand): void {
	const piece = setting.wrote && writtenPiece(words, command);
	if (piece) { setting.wrote(piece); }
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
