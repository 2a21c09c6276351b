import type { BuildLink, CommandWord, Place, ToolCommand, VariableUse } from '../../model/index.ts';
import { joinPath } from '../../util/filePath.ts';
import { entryPlaces } from './entryPlaces.ts';
import { platformsOf } from './commandUses.ts';
import type { ReadCommand } from './readToolCommand.ts';
import type { ShellWord } from './shellWord.ts';

/**
 * Who builds which Dockerfile with which arguments. Nobody knows for certain in which folder a script is started or which of several
 * names exists, so there is a link for each possibility; files that are not there are of no consequence.
 */
export function commandBuilds(read: ReadCommand, index: number, file: string, folders: readonly string[]): readonly BuildLink[] {
	const { command, syntax } = read;
	if (!syntax.builds) { return []; }
	const names = dockerfilesOf(command, syntax.builds.files);
	const paths = new Set(folders.flatMap(folder => names.map(name => joinPath(folder, name))));
	return [...paths].map(dockerfile => buildLink(read, index, file, dockerfile));
}

/** The link from a command in `file`, the one with that index, to a Dockerfile. */
export function buildLink(read: ReadCommand, index: number, file: string, dockerfile: string): BuildLink {
	const { command } = read;
	return {
		dockerfile,
		args: argumentsOf(read, file),
		platforms: platformsOf(command),
		...platformPlaces(read, file),
		contexts: contextsOf(command),
		at: { file, span: command.span },
		label: command.subcommand === '' ? command.tool : `${command.tool} ${command.subcommand}`,
		command: index,
		...targetOf(command),
	};
}

function platformPlaces({ command: { flags }, flagWords }: ReadCommand, file: string): Pick<BuildLink, 'platformPlaces'> {
	const places = flags.flatMap(flag => flag.long === 'platform' && flag.value && flag.value.open.length === 0
		? [listPlaces(flag.value, flagWords.get(flag), file)] : []);
	return places.some(found => found === undefined) ? {} : { platformPlaces: places.flatMap(found => found ?? []) };
}

/** Where the entries of a list stand: in the command, or in the value of the one variable that is all of it. */
function listPlaces({ text, span, value }: CommandWord, word: ShellWord | undefined, file: string): readonly Place[] | undefined {
	const entries = value.split(',').filter(Boolean);
	const source = word?.variables.find(variable => variable.value === value)?.source;
	if (!source) { return entryPlaces(file, text, span, entries); }
	const quotes = source.span.end - source.span.start - value.length;
	if (quotes !== 0 && quotes !== 2) { return undefined; }
	const start = source.span.start + quotes / 2;
	return entryPlaces(source.file, value, { start, end: start + value.length }, entries);
}

function dockerfilesOf(command: ToolCommand, defaults: readonly string[]): readonly string[] {
	const contextFlag = command.flags.findLast(({ long, value }) => long === 'context' && value)?.value;
	const context = contextFlag ? { ...contextFlag, value: contextFlag.value.replace(/^dir:\/\//, '') } : command.operands.at(-1);
	const given = command.flags.findLast(({ long, value }) => (long === 'file' || long === 'dockerfile') && value)?.value;
	const folder = context && context.open.length === 0 && !/^(?:-|[a-z][a-z0-9+.-]*:\/\/.*|git@.*)$/.test(context.value) ? context.value : undefined;
	if (given) {
		if (given.open.length > 0 || given.value === '-' || given.value.includes('://')) { return []; }
		// buildah and kaniko look beside the context too
		return command.tool === 'docker' || folder === undefined ? [given.value] : [given.value, joinPath(folder, given.value)];
	}
	if (folder === undefined) { return context ? [] : defaults; }
	return defaults.map(name => joinPath(folder, name));
}

function argumentsOf({ command, flagWords }: ReadCommand, file: string): readonly VariableUse[] {
	return command.flags.flatMap((flag): VariableUse[] => {
		const { long, value: word } = flag;
		if (long !== 'build-arg' || !word) { return []; }
		const equals = word.value.indexOf('=');
		const name = equals === -1 ? word.value : word.value.slice(0, equals);
		if (equals === -1) {
			const passed = command.environment.find(entry => entry.name === name)?.value;
			return [{ name, ...(passed && passed.open.length === 0 && { value: passed.value }), source: { file, span: word.span }, origin: 'build-arg' }];
		}
		const value = word.value.slice(equals + 1);
		const place = argumentPlace(word, name, file);
		const held = flagWords.get(flag)?.variables.find(variable => variable.value === value)?.source;
		const isWritten = place && word.text.includes(`${name}=${value}`);
		return [{ name, ...(word.open.length === 0 && { value }), source: (isWritten ? place : held) ?? place ?? { file, span: word.span }, origin: 'build-arg' }];
	});
}

/** What stands behind `name=`, up to a quote that opens before it. */
function argumentPlace({ span, text }: CommandWord, name: string, file: string): Place | undefined {
	const quote = /^["']/.exec(text)?.[0] ?? '';
	const start = quote.length + name.length + 1;
	if (!text.startsWith(`${quote}${name}=`)) { return undefined; }
	return { file, span: { start: span.start + start, end: span.end - (text.endsWith(quote) ? quote.length : 0) } };
}

function targetOf(command: ToolCommand): { target?: string } {
	const value = command.flags.findLast(({ long }) => long === 'target')?.value;
	return value && value.open.length === 0 ? { target: value.value } : {};
}

function contextsOf(command: ToolCommand): Readonly<Record<string, string>> {
	return Object.fromEntries(command.flags.flatMap(({ long, value }) => {
		const equals = value?.value.indexOf('=') ?? -1;
		return long === 'build-context' && value && equals > 0 ? [[value.value.slice(0, equals), value.value.slice(equals + 1)]] : [];
	}));
}
