import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Ignore } from 'ignore';
import { ignoreFileNames, ignoreRules, isIgnored, type IgnoreLevel } from '../core/util/ignoreRules.ts';
import { neverWalked } from '../core/util/neverWalked.ts';
import { UsageError } from './usageError.ts';

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
	const excluded = ignoreRules(exclude);
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

async function walk(cwd: string, folder: string, outer: readonly IgnoreLevel[], excluded: Ignore, inside: string, found: Map<string, WalkedFile>, signal?: AbortSignal): Promise<void> {
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

async function withRules(cwd: string, folder: string, inside: string, entries: readonly Dirent[], outer: readonly IgnoreLevel[]): Promise<readonly IgnoreLevel[]> {
	const names = entries.filter(entry => ignoreFileNames.includes(entry.name)).map(entry => entry.name);
	if (names.length === 0) { return outer; }
	const texts = await Promise.all(names.map(name => readFile(resolve(cwd, folder, name), 'utf8').catch(() => '')));
	return [...outer, { base: inside, rules: ignoreRules(texts) }];
}
