import type { Dirent } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { breather } from '../core/util/breather.ts';
import { ignoreRules, isIgnored, type IgnoreLevel } from '../core/util/ignoreRules.ts';
import { neverWalked } from '../core/util/neverWalked.ts';
import { entriesOf, statusOf } from './disk.ts';
import { levelPath, outerLevels, ownLevel } from './outerLevels.ts';
import { slashed } from './slashed.ts';
import { UsageError } from './usageError.ts';

/** A file to look at. `explicit`: the user named it, so it is read whatever its name is. */
export interface WalkedFile {
	/** As it is printed: the user's own path, '/'-separated. */
	readonly file: string;
	readonly explicit: boolean;
}

/** What a walk needs besides its paths. */
export interface WalkOptions {
	readonly cwd: string;
	/** Gitignore patterns, relative to `cwd`; they hold for files that the user named, too. */
	readonly exclude: readonly string[];
	readonly signal: AbortSignal;
	/** Told what was left out although nobody asked for that: a folder that cannot be read. */
	onLeftOut(file: string, reason: string): void;
}

/**
 * The files below the given paths, in path order; ignored ones left out.
 * A path that does not exist is a {@link UsageError}. Links to folders are not followed, so no walk is endless; an aborted one gives what it has.
 */
export async function walkFiles(paths: readonly string[], options: WalkOptions): Promise<WalkedFile[]> {
	const { cwd } = options;
	const found = new Map<string, WalkedFile>();
	const excluded = excludedBy(options);
	for (const path of paths.length > 0 ? paths : ['.']) {
		const given = printed(path);
		const status = path === '' ? undefined : statusOf(resolve(cwd, given));
		if (!status) { throw new UsageError(`no such file or folder: ${path === '' ? '""' : path}`); }
		if (status.isDirectory()) {
			const folder = resolve(cwd, given);
			await walk(given === '.' ? '' : given, folder, outerLevels(folder, cwd), { ...options, excluded, found, breathe: breather(20) });
		} else if (excluded(resolve(cwd, given), false)) {
			options.onLeftOut(given, 'excluded by the settings');
		} else {
			found.set(given, { file: given, explicit: true });
		}
	}
	return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

interface Walk extends WalkOptions {
	readonly excluded: (path: string, directory: boolean) => boolean;
	readonly found: Map<string, WalkedFile>;
	readonly breathe: () => Promise<void>;
}

async function walk(shown: string, folder: string, outer: readonly IgnoreLevel[], options: Walk): Promise<void> {
	await options.breathe();
	if (options.signal.aborted) { return; }
	let entries: Dirent[];
	try {
		entries = entriesOf(folder);
	} catch (error) {
		options.onLeftOut(
			shown || '.',
			shown.includes('\ufffd') ? 'its name is not UTF-8' : `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
		);
		return;
	}
	const own = ownLevel(folder, entries.map(({ name }) => name));
	const levels = own ? [...outer, own] : outer;
	for (const entry of entries) {
		const file = shown === '' ? entry.name : `${shown === '/' ? '' : shown}/${entry.name}`;
		const path = `${folder === sep ? '' : folder}${sep}${entry.name}`;
		const directory = entry.isDirectory();
		if ((directory && neverWalked.has(entry.name)) || (!directory && !entry.isFile() && !entry.isSymbolicLink())) { continue; }
		if (isIgnored(levels, levelPath(path), directory) || options.excluded(path, directory)) { continue; }
		if (directory) {
			await walk(file, path, levels, options);
			continue;
		}
		if (!options.found.has(file)) { options.found.set(file, { file, explicit: false }); }
	}
}

/** Patterns of the settings; what lies outside the folder where pullcheck runs is not theirs. */
function excludedBy({ cwd, exclude }: WalkOptions): Walk['excluded'] {
	if (exclude.length === 0) { return () => false; }
	const rules = ignoreRules(exclude);
	return (path, directory) => {
		const inner = slashed(relative(cwd, path));
		return inner !== '' && inner !== '..' && !inner.startsWith('../') && !isAbsolute(inner) && rules.ignores(inner, directory);
	};
}

/** `.//a//` is `a`; `..` stays as it is, since it may lead through a link. */
function printed(path: string): string {
	const parts = slashed(path).split('/');
	const kept = parts.filter((part, at) => part !== '.' && (part !== '' || at === 0));
	return kept.join('/') || (path.startsWith('/') ? '/' : '.');
}
