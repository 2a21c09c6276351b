import type { LayerEntry } from '../../src/protocol/layerFilesView.ts';
import { branchesWith, fileBranches, isDeletion, ownPartMatches, type Branch } from './fileBranches.ts';
import { safeText } from './safeText.ts';
import type { Steps } from './steps.ts';
import type { Words } from './words.ts';

/** A folder, file or "n smaller" of a layer. */
export interface FileNode {
	readonly id: string;
	/** Path below the parent; folders with nothing but one folder are joined with it. */
	readonly name: string;
	readonly kind: LayerEntry['kind'] | 'smaller';
	/** Of the file, or of everything below. */
	readonly size: number;
	/** Files below a folder. */
	readonly files: number;
	/** The tar's own entry; folders may have none. */
	readonly entry?: LayerEntry | undefined;
	/** Full path with a leading slash. */
	readonly path: string;
	/** Of the largest top folder, 0 to 1. */
	readonly share: number;
	readonly spoken: string;
	readonly children: readonly FileNode[];
	readonly hasChildren: boolean;
	matches(wanted: string): boolean;
	mayHold(wanted: string): boolean;
}

/** How the files are listed. */
export interface FileTreeOptions {
	readonly order: 'size' | 'path';
	readonly onlyDeletions: boolean;
}

/** Files of a folder shown one by one before the rest becomes *n smaller*. */
const shownFiles = 4;

/** The files of a layer, and how they are searched. */
export interface FileTree {
	readonly nodes: readonly FileNode[];
	/** To be done before nodes are asked whether they hold a text: `filter` as typed. */
	search(filter: string): Steps<void>;
}

/** The entries of a layer as a tree, largest first or by path. Rows are made when they are first looked at: a layer may have 100,000 files. */
export function* fileTree(entries: readonly LayerEntry[], options: FileTreeOptions, words: Words): Steps<FileTree> {
	const root = yield* fileBranches(entries, options.onlyDeletions ? isDeletion : () => true);
	let largest = 1;
	for (const { size } of root.children?.values() ?? []) { largest = Math.max(largest, size); }
	let wanted = '';
	let found: ReadonlySet<Branch> = new Set();
	return {
		nodes: list(root, '', { ...options, words, largest, found: () => found }),
		*search(filter) {
			const next = filter.trim().toLowerCase();
			if (next === '' || next === wanted) { return; }
			found = yield* branchesWith(root, next);
			wanted = next;
		},
	};
}

interface Context extends FileTreeOptions {
	readonly words: Words;
	readonly largest: number;
	/** Branches at or above which something matches what was searched last. */
	readonly found: () => ReadonlySet<Branch>;
}

function list(branch: Branch, base: string, context: Context): readonly FileNode[] {
	const nodes = [...branch.children?.values() ?? []].map(joined).sort(context.order === 'path' ? byPath : bySize)
		.map((child): FileNode => new BranchNode(child, base, context));
	if (context.order === 'path') { return nodes; }
	const files = nodes.filter(({ hasChildren, entry }) => !hasChildren && !isDeletion(entry) && entry?.kind !== 'folder');
	if (files.length <= shownFiles + 1) { return nodes; }
	const rest = files.slice(shownFiles);
	const hidden = new Set(rest);
	const shown = nodes.filter(child => !hidden.has(child));
	const at = shown.findIndex(({ entry }) => isDeletion(entry));
	return shown.toSpliced(at < 0 ? shown.length : at, 0, smaller(branch, rest, context));
}

/** Walks down while there is nothing but one folder or one deletion. */
function joined(branch: Branch): Branch {
	let at = branch;
	while (at.children?.size === 1 && !isDeletion(at.entry)) {
		const [only] = at.children.values();
		if (!only || (!only.children && only.entry?.kind !== 'folder' && !isDeletion(only.entry))) { break; }
		at = only;
	}
	return at;
}

/** A row of a path. Everything that costs time waits until it is asked for, which for most rows is never. */
class BranchNode implements FileNode {
	readonly #branch: Branch;
	readonly #base: string;
	readonly #context: Context;
	#name: string | undefined;
	#children: readonly FileNode[] | undefined;

	constructor(branch: Branch, base: string, context: Context) {
		this.#branch = branch;
		this.#base = base;
		this.#context = context;
	}

	get id(): string { return this.#branch.path; }
	get path(): string { return this.#branch.path; }
	get entry(): LayerEntry | undefined { return this.#branch.entry; }
	get kind(): LayerEntry['kind'] { return this.#branch.entry?.kind ?? 'folder'; }
	get size(): number { return this.#branch.size; }
	get files(): number { return this.#branch.files; }
	get share(): number { return this.#branch.size / this.#context.largest; }
	get hasChildren(): boolean { return this.#branch.children !== undefined; }
	get name(): string { return this.#name ??= safeText(this.#branch.path.slice(this.#base.length + 1)); }
	get children(): readonly FileNode[] { return this.#children ??= list(this.#branch, this.#branch.path, this.#context); }

	get spoken(): string {
		const { words } = this.#context;
		return [
			this.name,
			this.kind === 'folder' ? words.t('folder') : this.kind === 'symlink' ? words.t('link') : undefined,
			isDeletion(this.entry) ? deletionText(this.entry, words) : words.sizeSpoken(this.size),
			this.hasChildren && words.n(this.files, '{n} file', '{n} files'),
		].filter(Boolean).join(', ');
	}

	matches(wanted: string): boolean { return ownPartMatches(this.#branch, this.#base.length, wanted); }
	mayHold(wanted: string): boolean { return this.#context.found().has(this.#branch) || this.matches(wanted); }
}

function smaller(branch: Branch, rest: readonly FileNode[], { words, largest }: Context): FileNode {
	const size = rest.reduce((sum, file) => sum + file.size, 0);
	const name = words.n(rest.length, '{n} smaller', '{n} smaller');
	return {
		id: `${branch.path}/\u0000smaller`, name, size,
		kind: 'smaller',
		files: rest.length,
		path: branch.path,
		share: size / largest,
		spoken: `${name}, ${words.sizeSpoken(size)}`,
		children: rest,
		hasChildren: true,
		matches: () => false,
		mayHold: wanted => rest.some(file => file.mayHold(wanted)),
	};
}

/** `deletes from layer 1`, `hides folder of layer 3`. */
export function deletionText(entry: LayerEntry | undefined, words: Words): string {
	const layer = entry?.hides === undefined ? undefined : words.number(entry.hides);
	if (entry?.kind === 'opaque') { return layer === undefined ? words.t('hides folder') : words.t('hides folder of layer {layer}', { layer }); }
	return layer === undefined ? words.t('deletes') : words.t('deletes from layer {layer}', { layer });
}

function bySize(a: Branch, b: Branch): number {
	return Number(isDeletion(a.entry)) - Number(isDeletion(b.entry)) || b.size - a.size || byPath(a, b);
}

function byPath(a: Branch, b: Branch): number {
	return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
