import { dirname, join } from 'node:path';
import { ignoreFileNames, ignoreRules, isIgnored, type IgnoreLevel } from '../core/util/ignoreRules.ts';
import { statusOf, textOf } from './disk.ts';
import { slashed } from './slashed.ts';

/**
 * What holds in a folder from outside: the patterns of the folders above it up to the top of its git repository (or up to `limit` where there
 * is none), and the repository's own `info/exclude`. Nothing when these ignore the folder itself: who names it wants it.
 *
 * @param folder an absolute path, as is `limit`
 */
export function outerLevels(folder: string, limit: string): readonly IgnoreLevel[] {
	const top = repositoryOf(folder) ?? (slashed(folder).startsWith(`${slashed(limit)}/`) ? limit : folder);
	const levels: IgnoreLevel[] = [{ base: levelPath(top), rules: ignoreRules([textOf(join(top, '.git/info/exclude')) ?? '']) }];
	for (const above of between(top, folder)) {
		const level = ownLevel(above, ignoreFileNames);
		if (level) { levels.push(level); }
	}
	return folder !== top && isIgnored(levels, levelPath(folder), true) ? [] : levels;
}

/** The rules of the folder's own files; `names` are those of its entries. */
export function ownLevel(folder: string, names: readonly string[]): IgnoreLevel | undefined {
	const own = ignoreFileNames.filter(name => names.includes(name));
	if (own.length === 0) { return undefined; }
	return { base: levelPath(folder), rules: ignoreRules(own.map(name => textOf(join(folder, name)) ?? '')) };
}

/** An absolute path as levels know it: from the top of the file system. */
export function levelPath(path: string): string {
	return slashed(path).replace(/^\//, '');
}

/** Folders from `top` down to the parent of `folder`. */
function between(top: string, folder: string): readonly string[] {
	if (folder === top) { return []; }
	const parent = dirname(folder);
	return parent === folder ? [] : [...between(top, parent), parent];
}

function repositoryOf(folder: string): string | undefined {
	if (statusOf(join(folder, '.git'))) { return folder; }
	const parent = dirname(folder);
	return parent === folder ? undefined : repositoryOf(parent);
}
