import type { BuildLink, CommandEnvironment, ComposeLoad, ImageUse, ToolCommand } from '../../model/index.ts';
import { folderOf } from '../../util/filePath.ts';
import type { TextMap } from '../../util/textMap.ts';
import { addAlternative } from '../addAlternative.ts';
import { buildLink, commandBuilds } from './commandBuilds.ts';
import { commandLoads } from './commandLoads.ts';
import { commandUses } from './commandUses.ts';
import { inputUses } from './inputUses.ts';
import { scriptCommands } from './scriptCommands.ts';
import { ShellScope } from './shellScope.ts';
import type { ShellVariable } from './shellScope.ts';
import { writtenUses } from './writtenFiles.ts';
import type { WrittenPiece } from './writtenFiles.ts';

/** Where a piece of shell stands. */
export interface ScriptSetting {
	readonly file: string;
	/** The whole text of the file. */
	readonly text: string;
	readonly host: ToolCommand['host'];
	/** Folders the script may be started in; when absent the file's folder and the one above. */
	readonly folders?: readonly string[];
	/** What the host sets for all processes of the script (`env:` of a job). */
	readonly environment?: readonly CommandEnvironment[];
	/** Variables with a value before the script begins. */
	readonly variables?: { get(name: string): ShellVariable | 'unknown' | undefined };
	/** Files by path that the script may read into its own shell. */
	readonly sources?: ReadonlyMap<string, string>;
	/** Default: a backslash. */
	readonly continuation?: string;
	/** False where edits inside cannot be made safely. */
	readonly editable?: boolean;
	/** True for a list of strings, joined to one line to be read. */
	readonly isList?: boolean;
}

/** What commands say, in offsets of the file. */
export interface CommandFacts {
	readonly commands: readonly ToolCommand[];
	readonly uses: readonly ImageUse[];
	readonly builds: readonly BuildLink[];
	/** Compose files that commands name; absent for none. */
	readonly loads?: readonly ComposeLoad[];
}

/** Facts of the commands in one piece of shell. Never throws; linear in the length of the piece. */
export function parseCommands(map: TextMap, setting: ScriptSetting): CommandFacts {
	const collection = new CommandCollection();
	collection.add(map, setting);
	return collection.facts();
}

/** Gathers the commands of several pieces of one file, so that an image built in one piece is known in another. */
export class CommandCollection {
	readonly #commands: ToolCommand[] = [];
	readonly #uses: ImageUse[] = [];
	readonly #builds: BuildLink[] = [];
	readonly #loads = new Map<string, ComposeLoad>();
	readonly #commandAt = new Map<number, number>();
	readonly #useAt = new Map<number, number>();
	readonly #buildTexts = new Set<string>();

	/** Reads one piece; gives the scope as the script leaves it. */
	add(map: TextMap, setting: ScriptSetting, scope = scopeOf(setting)): ShellScope {
		const written: WrittenPiece[] = [];
		const { file, text: outerText, host, continuation = '\\', editable = true, isList = false, sources } = setting;
		// An object's own scripts write no other objects: nothing nests without end.
		const wrote = host === 'kubernetes' ? undefined : (piece: WrittenPiece): void => { written.push(piece); };
		const reading = { outerText, host, continuation, editable, isList, ...(sources && { sources }), ...(wrote && { wrote }) };
		scriptCommands(map, scope, file, reading, ({ read, folders, input }) => {
			const { span, toolSpan } = read.command;
			const place = placeOf(toolSpan.start, span.end);
			const before = this.#commandAt.get(place);
			const index = before ?? this.#commands.length;
			if (before === undefined) {
				this.#commandAt.set(place, index);
				this.#commands.push(read.command);
			}
			for (const use of commandUses(read, index, outerText)) { this.addUse(use); }
			this.addBuilds(commandBuilds(read, index, file, folders));
			for (const load of commandLoads(read.command, folders)) { this.#loads.set([load.file, ...load.project].join('\n'), load); }
			if (input) { for (const use of inputUses(read, input, buildLink(read, index, file, file), outerText)) { this.addUse(use); } }
		});
		for (const use of writtenUses(written, { file, outerText })) { this.addUse(use); }
		return scope;
	}

	/**
	 * Adds a reference; the order of `uses` is by position in the end. One that is there already, in a loop or a matrix,
	 * has several values.
	 */
	addUse(use: ImageUse): void {
		const place = placeOf(use.span.start, use.span.end);
		const at = this.#useAt.get(place);
		if (at === undefined || this.#uses[at]!.kind !== use.kind) {
			this.#useAt.set(place, this.#uses.length);
			this.#uses.push(use);
			return;
		}
		const known = this.#uses[at]!;
		this.#uses[at] = known.value === undefined && use.value !== undefined ? use : addAlternative(known, use);
	}

	/** Adds links; one that says the same as another is left out. */
	addBuilds(builds: readonly BuildLink[]): void {
		for (const build of builds) {
			const text = `${build.dockerfile} ${build.at.span.start} ${build.args.map(({ name, value }) => `${name}=${value ?? ''}`).join(' ')} ${build.target ?? ''} ${build.platforms.join()}`;
			if (this.#buildTexts.has(text)) { continue; }
			this.#buildTexts.add(text);
			this.#builds.push(build);
		}
	}

	/** All facts so far; what is built or pushed anywhere in the file is nowhere an image that must already exist. */
	facts(): CommandFacts {
		const made = new Set<string>();
		const pulled = new Set<string>();
		for (const use of this.#uses) {
			const isOutput = use.class === 'build-output' && isMade(use, this.#commands);
			for (const each of [use, ...use.alternatives]) {
				if (!each.reference) { continue; }
				if (use.class === 'image' && !use.neverPulled) { pulled.add(withTag(each)); }
				if (isOutput) { made.add(withTag(each)); }
			}
		}
		const uses = this.#uses.map((use): ImageUse => {
			if (use.class === 'image' && made.has(withTag(use))) { return { ...use, class: 'build-output' }; }
			const local = use.class === 'build-output' && use.kind !== 'command-push' && !made.has(withTag(use)) && pulled.has(withTag(use));
			return local ? { ...use, class: 'image' } : use;
		});
		return {
			commands: this.#commands,
			uses: uses.sort((one, other) => one.span.start - other.span.start),
			builds: this.#builds,
			...(this.#loads.size > 0 && { loads: [...this.#loads.values()] }),
		};
	}
}

/** One number for a span of a file that fits into memory. */
function placeOf(start: number, end: number): number {
	return start * 0x800_0000 + end;
}

const makingKinds: readonly ImageUse['kind'][] = ['command-push', 'workflow-push', 'workflow-tag', 'workflow-output'];

/** Tags that this file gives, and what it pushes; the source of a `tag` and caches are neither. */
function isMade(use: ImageUse, commands: readonly ToolCommand[]): boolean {
	if (makingKinds.includes(use.kind)) { return true; }
	if (use.kind !== 'command-tag') { return false; }
	const command = use.command === undefined ? undefined : commands[use.command];
	if (!command || !/(?:^| )tag$/.test(command.subcommand)) { return true; }
	const first = command.operands[0]?.span;
	return !first || use.span.start >= first.end;
}

function withTag({ reference }: Pick<ImageUse, 'reference'>): string {
	if (!reference) { return ''; }
	return reference.tag === undefined && reference.digest === undefined ? `${reference.canonical}:latest` : reference.canonical;
}

function scopeOf({ file, folders, environment, variables }: ScriptSetting): ShellScope {
	return new ShellScope(folders ?? foldersOf(file), environment, variables);
}

/** Where the commands of a file may be started: in its folder, or in the one above. */
export function foldersOf(file: string): readonly string[] {
	const own = folderOf(file);
	return [...new Set([own, own === '' ? '' : folderOf(own)])];
}
