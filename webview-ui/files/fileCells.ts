import { element, icon } from '../parts/element.ts';
import { fileMode } from '../state/fileMode.ts';
import { isDeletion } from '../state/fileBranches.ts';
import { deletionText, type FileNode } from '../state/fileTree.ts';
import type { FlatRow } from '../state/flatRows.ts';
import { safeText } from '../state/safeText.ts';
import type { Words } from '../state/words.ts';
import { sizeCell, tag, twistie } from '../tree/inspectCells.ts';

/** The cells of a file: Path, Size, Files, Mode. */
export function fileCells({ node, level, expanded }: FlatRow<FileNode>, words: Words, narrow: boolean): readonly HTMLElement[] {
	const { entry } = node;
	const deleted = isDeletion(entry);
	const name = element('span', { class: 'cell name' },
		twistie(expanded),
		icon(iconOf(node, expanded === true), deleted ? 'sign deleted' : 'sign'),
		element('span', { class: deleted ? 'text struck' : node.kind === 'smaller' ? 'text muted' : 'text' }, node.name),
		!narrow && entry?.target ? element('span', { class: 'description' }, `→ ${safeText(entry.target)}`) : undefined,
		!narrow && deleted ? tag('pill', deletionText(entry, words)) : undefined);
	name.style.setProperty('--depth', String(level - 1));
	const size = deleted
		? sizeCell('', undefined, false)
		: sizeCell(words.size(node.size), node.size > 0 ? { share: node.share, base: false } : undefined, false);
	if (narrow) { return [name, size]; }
	return [
		name,
		size,
		element('span', { class: 'cell files' }, node.hasChildren ? words.number(node.files) : ''),
		element('span', { class: 'cell mode' }, modeOf(node)),
	];
}

function iconOf({ kind, hasChildren }: FileNode, open: boolean): string {
	switch (kind) {
		case 'whiteout':
		case 'opaque': return 'trash';
		case 'smaller': return 'ellipsis';
		case 'symlink':
		case 'hardlink': return 'file-symlink-file';
		case 'folder': return open && hasChildren ? 'folder-opened' : 'folder';
		case 'file':
		case 'device': return 'file';
	}
}

function modeOf({ kind, entry }: FileNode): string {
	if (kind === 'whiteout' || kind === 'opaque') { return kind; }
	if (kind === 'smaller') { return ''; }
	return entry ? fileMode(entry) : '';
}
