import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { UsageError } from './usageError.ts';

const neverWalked = new Set(['.git', '.hg', '.svn', 'node_modules', '.vscode-test']);
const ignoreFiles = ['.gitignore', '.pullcheckignore'];

/** A file to look at. `explicit`: the user named it, so it is read whatever its name is. */
export interface WalkedFile {
	/** As it is printed: the user's own path, '/'-separated. */
	readonly file: string;
	readonly explicit: boolean;
}

/**
 * The files below the given paths, in path order; ignored ones left out.
 * A path that does not exist is a {@link UsageError}. Links to folders are not followed, so no walk is endless; an aborted one gives what it has.
 */
export async function walkFiles(paths: readonly string[], cwd: string, exclude: readonly string[] = [], signal?: AbortSignal): Promise<WalkedFile[]> {
	const found = new Map<string, WalkedFile>();
	const excluded = ignore().add([...exclude]);
	for (const path of paths.length > 0 ? paths : ['.']) {
		const given = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '').replace(/(.)\/+$/, '$1') || '.';
		const status = await stat(resolve(cwd, given)).catch(() => undefined);
		if (!status) { throw new UsageError(`no such file or folder: ${path}`); }
		if (!status.isDirectory()) {
			found.set(given, { file: given, explicit: true });
			continue;
		}
		await walk(cwd, given === '.' ? '' : given, [], excluded, '', found, signal);
	}
	return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

interface Level { readonly base: string; readonly rules: Ignore }

async function walk(cwd: string, folder: string, outer: readonly Level[], excluded: Ignore, inside: string, found: Map<string, WalkedFile>, signal?: AbortSignal): Promise<void> {
	if (signal?.aborted) { return; }
	let entries: Dirent[];
	try {
		entries = await readdir(resolve(cwd, folder === '' ? '.' : folder), { withFileTypes: true });
	} catch {
		return;
	}
	const levels = await withRules(cwd, folder, inside, entries, outer);
	for (const entry of entries) {
		const file = folder === '' ? entry.name : `${folder === '/' ? '' : folder}/${entry.name}`;
		const relative = inside === '' ? entry.name : `${inside}/${entry.name}`;
		const directory = entry.isDirectory();
		if ((directory && neverWalked.has(entry.name)) || (!directory && !entry.isFile() && !entry.isSymbolicLink())) { continue; }
		if (isIgnored(levels, relative, directory) || excluded.ignores(directory ? `${relative}/` : relative)) { continue; }
		if (directory) {
			await walk(cwd, file, levels, excluded, relative, found, signal);
			continue;
		}
		if (!found.has(file)) { found.set(file, { file, explicit: false }); }
	}
}

async function withRules(cwd: string, folder: string, inside: string, entries: readonly Dirent[], outer: readonly Level[]): Promise<readonly Level[]> {
	const names = entries.filter(entry => ignoreFiles.includes(entry.name)).map(entry => entry.name);
	if (names.length === 0) { return outer; }
	const rules = ignore();
	for (const name of names) {
		rules.add(await readFile(resolve(cwd, folder, name), 'utf8').catch(() => ''));
	}
	return [...outer, { base: inside, rules }];
}

function isIgnored(levels: readonly Level[], relative: string, directory: boolean): boolean {
	let ignored = false;
	for (const { base, rules } of levels) {
		const inner = (base === '' ? relative : relative.slice(base.length + 1)) + (directory ? '/' : '');
		const answer = rules.test(inner);
		if (answer.ignored) { ignored = true; }
		if (answer.unignored) { ignored = false; }
	}
	return ignored;
}
