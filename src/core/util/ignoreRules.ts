import { folderOf } from './filePath.ts';
import { gitPattern } from './gitPattern.ts';
import { neverWalked } from './neverWalked.ts';

/** Files whose lines leave files out, in the form of gitignore(5). Those in a folder hold for it and what is below. */
export const ignoreFileNames = ['.gitignore', '.pullcheckignore'];

/** The rules of one folder; `base` is its path from the top, empty for the top itself. */
export interface IgnoreLevel {
	readonly base: string;
	readonly rules: IgnoreRules;
}

/** The lines of ignore files, or the patterns of a setting. */
export interface IgnoreRules {
	/** What the last line that matches a path says of it; `undefined` when none does. */
	says(path: string, directory: boolean): 'ignored' | 'taken back' | undefined;
	/** Is it ignored, or a folder above it? */
	ignores(path: string, directory: boolean): boolean;
}

/** Rules out of the texts of ignore files, or of patterns. Letters are told apart by case where the platform's file systems do, as git has it. */
export function ignoreRules(texts: readonly string[], platform: string = process.platform): IgnoreRules {
	const ignoreCase = platform === 'win32' || platform === 'darwin';
	const patterns = texts.flatMap(text => text.replace(/^\uFEFF/, '').split(/\r?\n|\r$/)).flatMap(line => gitPattern(line, ignoreCase) ?? []).reverse();
	const rules: IgnoreRules = {
		says(path, directory) {
			const last = patterns.find(pattern => pattern.matches(path, directory));
			return last && (last.negated ? 'taken back' : 'ignored');
		},
		ignores(path, directory) {
			const above = folderOf(path);
			return (above !== '' && rules.ignores(above, true)) || rules.says(path, directory) === 'ignored';
		},
	};
	return rules;
}

/** The last level that says something decides. `relative` is a path from the top, below each level's base. */
export function isIgnored(levels: readonly IgnoreLevel[], relative: string, directory: boolean): boolean {
	for (const { base, rules } of levels.toReversed()) {
		const said = rules.says(base === '' ? relative : relative.slice(base.length + 1), directory);
		if (said) { return said === 'ignored'; }
	}
	return false;
}

/**
 * Tells of any file below a top whether it is left out: by the ignore files of the folders above it, or since one of these folders is
 * left out itself. Keeps what it found of folders. `rules` are by folder, as paths from the top.
 */
export function createIgnored(rules: ReadonlyMap<string, IgnoreRules>): (relative: string) => boolean {
	const known = new Map<string, { readonly levels: readonly IgnoreLevel[]; readonly out: boolean }>();
	const folder = (path: string): { readonly levels: readonly IgnoreLevel[]; readonly out: boolean } => {
		const before = known.get(path);
		if (before) { return before; }
		const above = path === '' ? { levels: [], out: false } : folder(folderOf(path));
		const out = above.out || path !== '' && (neverWalked.has(path.slice(path.lastIndexOf('/') + 1)) || isIgnored(above.levels, path, true));
		const own = out ? undefined : rules.get(path);
		const found = { levels: own ? [...above.levels, { base: path, rules: own }] : above.levels, out };
		known.set(path, found);
		return found;
	};
	return relative => {
		const { levels, out } = folder(folderOf(relative));
		return out || isIgnored(levels, relative, false);
	};
}
