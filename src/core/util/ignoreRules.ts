import ignore, { type Ignore } from 'ignore';
import { folderOf } from './filePath.ts';
import { neverWalked } from './neverWalked.ts';

/** Files whose lines leave files out, in the form of gitignore(5). Those in a folder hold for it and what is below. */
export const ignoreFileNames = ['.gitignore', '.pullcheckignore'];

/** The rules of one folder; `base` is its path from the top, empty for the top itself. */
export interface IgnoreLevel {
	readonly base: string;
	readonly rules: Ignore;
}

/** Rules out of the texts of ignore files, or of patterns. Letters are told apart by case where the platform's file systems do, as git has it. */
export function ignoreRules(texts: readonly string[], platform: string = process.platform): Ignore {
	const rules = ignore({ ignorecase: platform === 'win32' || platform === 'darwin' });
	// A text at a time: in a list each would be one line.
	for (const text of texts) { rules.add(text.replace(/^\uFEFF/, '')); }
	return rules;
}

/** The last level that says something decides. `relative` is a path from the top, below each level's base. */
export function isIgnored(levels: readonly IgnoreLevel[], relative: string, directory: boolean): boolean {
	let ignored = false;
	for (const { base, rules } of levels) {
		const inner = (base === '' ? relative : relative.slice(base.length + 1)) + (directory ? '/' : '');
		const answer = rules.test(inner);
		if (answer.ignored) { ignored = true; }
		if (answer.unignored) { ignored = false; }
	}
	return ignored;
}

/**
 * Tells of any file below a top whether it is left out: by the ignore files of the folders above it, or since one of these folders is
 * left out itself. Keeps what it found of folders. `rules` are by folder, as paths from the top.
 */
export function createIgnored(rules: ReadonlyMap<string, Ignore>): (relative: string) => boolean {
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
