import type { LayerEntry } from '../../src/protocol/layerFilesView.ts';
import type { Steps } from './steps.ts';

/** A path of a layer with what is below it. */
export interface Branch {
	/** Full path with a leading slash; empty for the root. */
	readonly path: string;
	children: Map<string, Branch> | undefined;
	entry: LayerEntry | undefined;
	/** Of the file, or of everything below. */
	size: number;
	/** Files below, itself included. */
	files: number;
	/** The path in lower case, made for the first search. */
	lower: string | undefined;
}

/** Deeper folders stand in one row: no image needs them, and a hostile one must not exhaust the stack. */
const deepest = 100;

/** The tree of all entries with its sums, in steps; linear in their number. */
export function* fileBranches(entries: readonly LayerEntry[], wanted: (entry: LayerEntry) => boolean): Steps<Branch> {
	const root = branchOf('');
	const folders = new Map<string, Branch>([['', root]]);
	for (const [at, entry] of entries.entries()) {
		if (at % some === 0) { yield; }
		if (!wanted(entry)) { continue; }
		const path = cleanPath(entry.path);
		if (path === '') { continue; }
		const branch = branchAt(path, folders);
		// A folder can be opaque and have entries: what it hides is the more telling.
		if (!isDeletion(branch.entry)) { branch.entry = entry; }
	}
	yield* sum(root);
	return root;
}

/** Branches of one step. */
const some = 512;

/** A whiteout: hides a file or folder of a layer below. */
export function isDeletion(entry: LayerEntry | undefined): boolean {
	return entry?.kind === 'whiteout' || entry?.kind === 'opaque';
}

/**
 * All branches at or above which something matches, found in steps. A match must end in the own part of a path, else a folder would drag in
 * everything below it.
 */
export function* branchesWith(root: Branch, wanted: string): Steps<ReadonlySet<Branch>> {
	const found = new Set<Branch>();
	let count = 0;
	const visit = function* (branch: Branch, above: number): Steps<boolean> {
		let holds = ownPartMatches(branch, above, wanted);
		for (const child of branch.children?.values() ?? []) {
			if (++count % some === 0) { yield; }
			if (child.children ? yield* visit(child, branch.path.length) : ownPartMatches(child, branch.path.length, wanted)) {
				found.add(child);
				holds = true;
			}
		}
		return holds;
	};
	if (yield* visit(root, 0)) { found.add(root); }
	return found;
}

/** Does the text end in what the path has more than the `above` characters of its parent? */
export function ownPartMatches(branch: Branch, above: number, wanted: string): boolean {
	branch.lower ??= branch.path.toLowerCase();
	return branch.lower.includes(wanted, Math.max(0, above + 1 - wanted.length));
}

function branchOf(path: string): Branch {
	return { path, children: undefined, entry: undefined, size: 0, files: 0, lower: undefined };
}

/** With a leading slash, without dots and doubled slashes. */
function cleanPath(path: string): string {
	if (path !== '' && !/\/\/|^\/|\/$|(?:^|\/)\.(?:\/|$)/.test(path)) { return `/${path}`; }
	return path.split('/').filter(part => part !== '' && part !== '.').map(part => `/${part}`).join('');
}

/** Finds or makes it, with the folders above. Neighbours in a tar share their folder, so it is looked up whole. */
function branchAt(path: string, folders: Map<string, Branch>): Branch {
	const slash = path.lastIndexOf('/');
	const above = path.slice(0, slash);
	const parent = folders.get(above) ?? folderAt(above, folders);
	const name = path.slice(slash + 1);
	parent.children ??= new Map();
	let branch = parent.children.get(name);
	if (!branch) {
		branch = branchOf(path);
		parent.children.set(name, branch);
	}
	return branch;
}

function folderAt(path: string, folders: Map<string, Branch>): Branch {
	const parts = path.slice(1).split('/');
	const steps = parts.length > deepest ? [...parts.slice(0, deepest), parts.slice(deepest).join('/')] : parts;
	let at = folders.get('') ?? branchOf('');
	for (const name of steps) {
		at.children ??= new Map();
		let next = at.children.get(name);
		if (!next) {
			next = branchOf(`${at.path}/${name}`);
			at.children.set(name, next);
		}
		at = next;
	}
	folders.set(path, at);
	return at;
}

function* sum(branch: Branch): Steps<void> {
	own(branch);
	let count = 0;
	for (const child of branch.children?.values() ?? []) {
		if (child.children) { yield* sum(child); } else { own(child); }
		branch.size += child.size;
		branch.files += child.files;
		if (++count % some === 0) { yield; }
	}
	yield;
}

function own(branch: Branch): void {
	const { entry } = branch;
	branch.size = entry?.size ?? 0;
	branch.files = entry && entry.kind !== 'folder' && !isDeletion(entry) ? 1 : 0;
}
