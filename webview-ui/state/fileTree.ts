import type { LayerEntry } from '../../src/protocol/layerFilesView.ts';
import { safeText } from './safeText.ts';
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
	readonly entry?: LayerEntry;
	/** Full path with a leading slash. */
	readonly path: string;
	/** Of the largest top folder, 0 to 1. */
	readonly share: number;
	readonly spoken: string;
	readonly search: string;
	readonly children: readonly FileNode[];
}

/** How the files are listed. */
export interface FileTreeOptions {
	readonly order: 'size' | 'path';
	readonly onlyDeletions: boolean;
}

/** Files of a folder shown one by one before the rest becomes *n smaller*. */
const shownFiles = 4;

interface Branch {
	readonly path: string;
	readonly children: Map<string, Branch>;
	entry?: LayerEntry;
	size: number;
	files: number;
}

/** The entries of a layer as a tree, largest first or by path. */
export function fileTree(entries: readonly LayerEntry[], options: FileTreeOptions, words: Words): readonly FileNode[] {
	const root: Branch = { path: '', children: new Map(), size: 0, files: 0 };
	for (const entry of entries) {
		if (!options.onlyDeletions || isDeletion(entry)) { insert(root, entry); }
	}
	const largest = Math.max(1, ...[...root.children.values()].map(branch => branch.size));
	return list(root, '', { ...options, words, largest });
}

/** A whiteout: hides a file or folder of a layer below. */
export function isDeletion(entry: LayerEntry | undefined): boolean {
	return entry?.kind === 'whiteout' || entry?.kind === 'opaque';
}

function insert(root: Branch, entry: LayerEntry): void {
	const parts = entry.path.split('/').filter(part => part !== '' && part !== '.');
	if (parts.length === 0) { return; }
	const isFile = entry.kind !== 'folder' && !isDeletion(entry);
	let branch = root;
	let path = '';
	for (const part of parts) {
		branch.size += entry.size;
		branch.files += isFile ? 1 : 0;
		path += `/${part}`;
		const next = branch.children.get(part) ?? { path, children: new Map<string, Branch>(), size: 0, files: 0 };
		branch.children.set(part, next);
		branch = next;
	}
	branch.size += entry.size;
	// A folder can be opaque and have entries: what it hides is the more telling.
	if (!isDeletion(branch.entry)) { branch.entry = entry; }
}

interface Context extends FileTreeOptions { readonly words: Words; readonly largest: number }

function list(branch: Branch, base: string, context: Context): readonly FileNode[] {
	const nodes = [...branch.children.values()].map(child => node(joined(child), base, context));
	nodes.sort(context.order === 'path' ? byPath : bySize);
	if (context.order === 'path') { return nodes; }
	const files = nodes.filter(({ children, entry }) => children.length === 0 && !isDeletion(entry) && entry?.kind !== 'folder');
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
	while (at.children.size === 1 && !isDeletion(at.entry)) {
		const [only] = at.children.values();
		if (!only || (only.children.size === 0 && only.entry?.kind !== 'folder' && !isDeletion(only.entry))) { break; }
		at = only;
	}
	return at;
}

function node(branch: Branch, base: string, context: Context): FileNode {
	const { words, largest } = context;
	const { entry } = branch;
	const name = safeText(branch.path.slice(base.length + 1));
	const kind = entry?.kind ?? 'folder';
	const children = list(branch, branch.path, context);
	const spoken = [
		name,
		kind === 'folder' ? words.t('folder') : kind === 'symlink' ? words.t('link') : undefined,
		isDeletion(entry) ? deletionText(entry, words) : words.sizeSpoken(branch.size),
		children.length > 0 && words.n(branch.files, '{n} file', '{n} files'),
	].filter(Boolean).join(', ');
	return {
		id: branch.path, name, kind, children, spoken,
		size: branch.size,
		files: branch.files,
		...(entry && { entry }),
		path: branch.path,
		share: branch.size / largest,
		search: branch.path.toLowerCase(),
	};
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
		search: '',
		children: rest,
	};
}

/** `deletes from layer 1`, `hides folder of layer 3`. */
export function deletionText(entry: LayerEntry | undefined, words: Words): string {
	const layer = entry?.hides === undefined ? undefined : words.number(entry.hides);
	if (entry?.kind === 'opaque') { return layer === undefined ? words.t('hides folder') : words.t('hides folder of layer {layer}', { layer }); }
	return layer === undefined ? words.t('deletes') : words.t('deletes from layer {layer}', { layer });
}

function bySize(a: FileNode, b: FileNode): number {
	return Number(isDeletion(a.entry)) - Number(isDeletion(b.entry)) || b.size - a.size || byPath(a, b);
}

function byPath(a: FileNode, b: FileNode): number {
	return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
