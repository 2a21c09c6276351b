import * as vscode from 'vscode';
import { fileOf, uriOf } from '../fileId.ts';
import { openFiles } from '../openFiles.ts';
import { quietly, type Output } from '../output.ts';
import type { Settings } from '../settings.ts';
import { createBreather, nextTurn } from './breather.ts';
import type { Checker, TextOfFile } from './checker.ts';
import { isTooLong } from './isTooLong.ts';
import { readStored, readText } from './readText.ts';
import { findFilesBelow, findWorkspaceFiles, isExcluded, isIgnoreFile, watchWorkspaceFiles } from './workspaceFiles.ts';

/** Milliseconds after the last key: what needs no network, and what does. */
const soon = 150;
const later = 600;

/** When what is checked: open documents as they change, then the workspace in the background, then what changes outside. */
export class Schedule implements vscode.Disposable {
	readonly #checker: Checker;
	readonly #output: Output;
	readonly #settings: () => Settings;
	readonly #ask: (files: readonly string[]) => Promise<void>;
	readonly #typing = new Map<string, NodeJS.Timeout>();
	readonly #waiting = new Set<string>();
	readonly #disposables: vscode.Disposable[];
	#asking: NodeJS.Timeout | undefined;
	#background = new vscode.CancellationTokenSource();
	#watcher: vscode.Disposable | undefined;
	/** Of files of the workspace, once it was searched. */
	#isIgnored: (uri: vscode.Uri) => boolean = () => false;

	constructor(checker: Checker, output: Output, settings: () => Settings, ask: (files: readonly string[]) => Promise<void>) {
		this.#checker = checker;
		this.#output = output;
		this.#settings = settings;
		this.#ask = ask;
		this.#disposables = [
			vscode.workspace.onDidOpenTextDocument(document => { void this.#take([document], later / 4); }),
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => { if (contentChanges.length > 0) { this.#typed(document); } }),
			vscode.workspace.onDidCloseTextDocument(document => { void this.#closed(document); }),
			vscode.workspace.onDidChangeWorkspaceFolders(() => this.restart()),
		];
	}

	/** Begins anew: open documents first, then the workspace. */
	restart(): void {
		this.cancel();
		this.#watcher?.dispose();
		this.#watcher = undefined;
		this.#checker.clear();
		if (!this.#settings().enable) { return; }
		void (async () => {
			await this.#take(vscode.workspace.textDocuments, 0);
			if (this.#settings().scope !== 'workspace') { return; }
			this.#watcher = watchWorkspaceFiles(
				uris => { void this.#changedOutside(uris); },
				uris => { void this.#appeared(uris); },
				() => this.#checker.files,
			);
			await this.checkWorkspace();
		})();
	}

	/** Reads every candidate of the workspace, in small pieces, then asks for all. */
	async checkWorkspace(token = this.#background.token): Promise<void> {
		await quietly(this.#output, 'The workspace was not checked', async () => {
			const started = Date.now();
			const { files, isIgnored } = await findWorkspaceFiles(this.#settings().exclude, token);
			if (token.isCancellationRequested) { return; }
			this.#isIgnored = isIgnored;
			const changed = new Set(await this.#dropIgnored());
			let ahead = this.#readAll(files.slice(0, chunk));
			for (let at = 0; at < files.length && !token.isCancellationRequested; at += chunk) {
				const texts = await ahead;
				if (token.isCancellationRequested) { return; }
				// The disk works while texts are taken in.
				ahead = this.#readAll(files.slice(at + chunk, at + 2 * chunk));
				const open = openFiles();
				for (const file of await this.#checker.setAll(texts.filter(({ file }) => !open.has(file)))) { changed.add(file); }
			}
			if (token.isCancellationRequested) { return; }
			await this.#both([...changed, ...this.#checker.states.keys()], 0, token);
			this.#output.info(`${files.length} files of the workspace read in ${Date.now() - started} ms.`);
		});
	}

	/** True for a file that the command line looks into as well, and for an open one. */
	isShown(file: string): boolean {
		if (openFiles().has(file)) { return true; }
		const uri = uriOf(file);
		return this.#settings().scope === 'workspace'
			&& vscode.workspace.getWorkspaceFolder(uri) !== undefined
			&& !this.#isIgnored(uri)
			&& !isExcluded(uri, this.#settings().exclude);
	}

	/** Asks again for files that are known. */
	async again(files: readonly string[]): Promise<void> {
		await this.#both(files, 0);
	}

	cancel(): void {
		this.#background.cancel();
		this.#background = new vscode.CancellationTokenSource();
		clearTimeout(this.#asking);
		this.#waiting.clear();
		this.#checker.cancel();
	}

	dispose(): void {
		this.cancel();
		for (const timer of this.#typing.values()) { clearTimeout(timer); }
		vscode.Disposable.from(...this.#disposables, ...this.#watcher ? [this.#watcher] : []).dispose();
	}

	#typed(document: vscode.TextDocument): void {
		const file = fileOf(document.uri);
		clearTimeout(this.#typing.get(file));
		this.#typing.set(file, setTimeout(() => {
			this.#typing.delete(file);
			void this.#take([document], later - soon);
		}, soon));
	}

	async #take(documents: readonly vscode.TextDocument[], delay: number): Promise<void> {
		const changed = new Set<string>();
		for (const document of documents) {
			if (!this.#settings().enable || document.isClosed || !readable(document.uri) || isExcluded(document.uri, this.#settings().exclude)) { continue; }
			await quietly(this.#output, 'A file was not read', async () => {
				const file = fileOf(document.uri);
				if (!await this.#checker.concerns(file, document.languageId)) { return; }
				for (const name of await this.#checker.set(file, this.#unlessTooLong(file, document.getText()), document.languageId)) { changed.add(name); }
			});
		}
		await this.#both([...changed], delay);
	}

	async #both(files: readonly string[], delay: number, token?: vscode.CancellationToken): Promise<void> {
		const unique = [...new Set(files)];
		for (let at = 0; at < unique.length && !token?.isCancellationRequested; at += many) {
			// Reading a long text has filled this turn.
			await nextTurn();
			await quietly(this.#output, 'The check of texts failed', () => this.#checker.checkOffline(unique.slice(at, at + many), this.#settings()));
		}
		if (token?.isCancellationRequested || this.#settings().check.offline || unique.length === 0) { return; }
		for (const file of unique) { this.#waiting.add(file); }
		clearTimeout(this.#asking);
		this.#asking = setTimeout(() => {
			const waiting = [...this.#waiting];
			this.#waiting.clear();
			void quietly(this.#output, 'The registries were not asked', () => this.#ask(waiting));
		}, delay);
	}

	async #closed(document: vscode.TextDocument): Promise<void> {
		const file = fileOf(document.uri);
		if (this.#checker.textOf(file) === undefined) { return; }
		// What was typed and not saved is gone; outside the workspace, or by setting, so is the file.
		const keep = this.#settings().scope === 'workspace'
			&& vscode.workspace.getWorkspaceFolder(document.uri) !== undefined
			&& !this.#isIgnored(document.uri);
		await this.#both(await this.#checker.set(file, keep ? this.#unlessTooLong(file, await readText(file)) : undefined), 0);
	}

	async #changedOutside(uris: readonly vscode.Uri[]): Promise<void> {
		const open = openFiles();
		const changed = new Set<string>();
		for (const uri of uris) {
			const file = fileOf(uri);
			if (open.has(file) || isExcluded(uri, this.#settings().exclude)) { continue; }
			const ours = !this.#isIgnored(uri) || this.#checker.states.has(file);
			// Also what is no file of ours: a .env or an included file makes those be read again that use it.
			for (const name of await this.#checker.set(file, ours ? this.#unlessTooLong(file, await readText(file)) : undefined)) { changed.add(name); }
		}
		await this.#both([...changed], 0);
		if (uris.some(isIgnoreFile)) { await this.checkWorkspace(); }
	}

	/** A folder that was moved here brings files along that nobody tells of. */
	async #appeared(uris: readonly vscode.Uri[]): Promise<void> {
		await quietly(this.#output, 'A new folder was not read', async () => {
			const wanted = uris.filter(uri => !isExcluded(uri, this.#settings().exclude) && !this.#isIgnored(uri));
			const folders = (await Promise.all(wanted.map(async uri => await isFolder(uri) ? [uri] : []))).flat();
			const outermost = folders.filter(({ path }) => !folders.some(other => path.startsWith(`${other.path}/`)));
			if (outermost.length > fewFolders) { await this.checkWorkspace(); return; }
			const found = (await Promise.all(outermost.map(findFilesBelow))).flat();
			await this.#changedOutside(found.filter(uri => !this.#checker.states.has(fileOf(uri))));
		});
	}

	/** Forgets files that an ignore file leaves out by now. */
	async #dropIgnored(): Promise<readonly string[]> {
		const open = openFiles();
		const gone: TextOfFile[] = [];
		const breathe = createBreather();
		for (const file of [...this.#checker.states.keys()]) {
			if (!open.has(file) && this.#isIgnored(uriOf(file))) { gone.push({ file, text: undefined }); }
			await breathe();
		}
		return this.#checker.setAll(gone);
	}

	#unlessTooLong(file: string, text: string | undefined): string | undefined {
		if (!isTooLong(text)) { return text; }
		this.#output.info(`${file} is too long to be read while somebody edits; "pullcheck check" reads it.`);
		return undefined;
	}

	/** Reads files from the disk side by side. */
	async #readAll(files: readonly string[]): Promise<readonly TextOfFile[]> {
		return await quietly(this.#output, 'Files were not read', async () => {
			const texts = await Promise.all(files.map(async file =>
				(await this.#checker.concerns(file) ? [{ file, text: this.#unlessTooLong(file, await readStored(file)) }] : [])));
			return texts.flat();
		}) ?? [];
	}
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
	return await vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
}

/** New folders that are searched one by one; of more, all of the workspace is. */
const fewFolders = 8;

/** Files that are read side by side. */
const chunk = 64;

/** Files of one check; it lets the editor breathe by itself. */
const many = 500;

/** Documents that a person edits: not those of an output, a diff against a commit, or our own. */
function readable(uri: vscode.Uri): boolean {
	return !['git', 'output', 'pullcheck', 'vscode', 'debug', 'comment', 'walkThrough', 'vscode-settings'].includes(uri.scheme);
}

