import type { App } from '../app.ts';
import { element, icon } from '../parts/element.ts';
import type { FlatRow } from '../state/flatRows.ts';
import { shortDigest } from '../state/mediaTypes.ts';
import { safeText } from '../state/safeText.ts';
import type { TreeNode } from '../state/treeNode.ts';

/** The cells of a row of the manifest tree: Name, Size, Type, Digest; when narrow, Name and Size. */
export function inspectCells(row: FlatRow<TreeNode>, app: App): readonly HTMLElement[] {
	const { node } = row;
	const narrow = app.layout === 'narrow';
	const cells = [
		nameCell(row, narrow),
		sizeCell(node.size ?? '', node.bar, node.sizeMuted === true),
	];
	if (narrow) { return cells; }
	return [
		...cells,
		element('span', { class: 'cell type' }, node.type ?? ''),
		element('span', { class: 'cell digest' }, node.digest === undefined ? '' : safeText(shortDigest(node.digest))),
	];
}

/** Indentation with guides, twistie, icon or number, name and what stands behind it. */
function nameCell({ node, level, expanded }: FlatRow<TreeNode>, narrow: boolean): HTMLElement {
	const description = expanded ? node.openDescription ?? node.description : node.description;
	const cell = element('span', { class: 'cell name' },
		twistie(expanded),
		node.number === undefined
			? node.icon && icon(node.icon, node.subject.kind === 'reading' || node.icon === 'warning' ? `sign ${node.icon}` : 'sign')
			: element('span', { class: 'number' }, node.number),
		element('span', { class: node.mono ? 'text mono' : 'text' }, node.name),
		!narrow && description ? element('span', { class: 'description' }, description) : undefined,
		!narrow && node.badge ? tag('badge', node.badge) : undefined,
		!narrow && node.pill ? tag('pill', node.pill) : undefined);
	cell.style.setProperty('--depth', String(level - 1));
	return cell;
}

/** A badge or pill in a frame that hides it as a whole where there is no room for it. */
export function tag(kind: 'badge' | 'pill', text: string): HTMLElement {
	return element('span', { class: 'tag' }, element('span', { class: kind }, text));
}

/** The arrow that opens a row; an empty place for a leaf. Keys do the same, so it is hidden from screen readers. */
export function twistie(expanded: boolean | undefined): HTMLElement {
	return expanded === undefined ? element('span', { class: 'twistie' }) : icon(expanded ? 'chevron-down' : 'chevron-right', 'twistie');
}

/** A number with its bar; `share` from 0 to 1. */
export function sizeCell(size: string, bar: { readonly share: number; readonly base: boolean } | undefined, muted: boolean): HTMLElement {
	const cell = element('span', { class: 'cell size' });
	if (bar) {
		const fill = element('span', { class: bar.base ? 'fill base' : 'fill' });
		fill.style.setProperty('--share', bar.share.toFixed(4));
		cell.append(element('span', { class: 'bar', 'aria-hidden': 'true' }, fill));
	}
	cell.append(element('span', { class: muted ? 'bytes muted' : 'bytes' }, size));
	return cell;
}
