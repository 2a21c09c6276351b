import type { BuildLink, ComposeLoad, FileFacts, FileKind } from '../model/index.ts';

/** What an extractor is given. It never reads a disk: the files it `needs` come with it. */
export interface ExtractInput {
	/** '/'-separated path or URI. */
	readonly file: string;
	/** The text without byte order mark. */
	readonly text: string;
	/** VS Code's language id, when an editor knows it. */
	readonly languageId?: string;
	/** Texts of the files named by `needs`, by path; a missing file is absent. */
	readonly files: ReadonlyMap<string, string>;
	/** Environment variables that the user's tools would see; empty in tests and where not wanted. */
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Who builds this file and with which arguments (Dockerfiles only). */
	readonly builds: readonly BuildLink[];
	/** Which projects load this file (Compose files only); absent for none. */
	readonly loads?: readonly ComposeLoad[];
}

/** The card of one kind of file: which files, what else must be read, and the work. */
export interface ExtractCard {
	readonly kind: FileKind;
	/** By name and language id only; the text is looked at where the name says nothing (Kubernetes YAML). */
	matches(file: string, languageId: string | undefined, text: string): boolean;
	/** Paths of further files the extraction wants (`.env`, an extended compose file). May be called again with more files present. */
	needs?(input: ExtractInput): readonly string[];
	/** Never throws; broken input gives what could be read. */
	extract(input: ExtractInput): FileFacts;
}
