import type { UseView } from '../hover/useView.ts';
import { t } from '../l10n.ts';
import { shownPath } from '../fileId.ts';
import { imageNode, order, type Group, type ImageNode } from './imageNode.ts';

/** What the headings of the view are. */
export type GroupBy = 'verdict' | 'registry' | 'file';

/** A heading of the view with its images. */
export interface GroupNode {
	readonly type: 'group';
	readonly id: string;
	readonly label: string;
	/** Codicon and its theme colour; `file` and `server` have none. */
	readonly icon: string;
	readonly images: readonly ImageNode[];
}

/** Images of the workspace under headings; the same image is one node under each heading. */
export function grouped(views: readonly UseView[], by: GroupBy): readonly GroupNode[] {
	if (by === 'verdict') {
		const images = imagesOf(views, 'all');
		return order
			.map(group => ({ ...heading(group), images: images.filter(image => image.group === group) }))
			.filter(({ images: { length } }) => length > 0);
	}
	const groups = new Map<string, UseView[]>();
	for (const view of views) {
		const key = by === 'file' ? view.facts.file : view.reference?.domain ?? '';
		const group = groups.get(key);
		if (group) { group.push(view); } else { groups.set(key, [view]); }
	}
	return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => ({
		type: 'group', id: `${by}:${key}`, icon: by === 'file' ? 'file' : 'server',
		label: by === 'file' ? shownPath(key) : key || t('No registry known'), images: imagesOf(of, key),
	}));
}

function imagesOf(views: readonly UseView[], group: string): readonly ImageNode[] {
	const names = new Map<string, UseView[]>();
	for (const view of views) {
		const name = view.reference?.canonical ?? view.use.text;
		const places = names.get(name);
		if (places) { places.push(view); } else { names.set(name, [view]); }
	}
	return [...names].map(([name, of]) => imageNode(`${group}:${name}`, of))
		.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group) || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0));
}

function heading(group: Group): Omit<GroupNode, 'images'> {
	const headings: Readonly<Record<Group, Omit<GroupNode, 'images' | 'type' | 'id'>>> = {
		wrong: { label: t('Cannot be pulled'), icon: 'error' },
		unclear: { label: t('Unclear'), icon: 'warning' },
		unchecked: { label: t('Not checked'), icon: 'question' },
		fine: { label: t('Fine'), icon: 'pass' },
	};
	return { type: 'group', id: `verdict:${group}`, ...headings[group] };
}
