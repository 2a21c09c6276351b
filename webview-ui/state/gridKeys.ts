import type { GridRow } from './gridRow.ts';

/** What a key does in a grid. */
export type GridMove =
	| { readonly type: 'go'; readonly to: number }
	| { readonly type: 'open' | 'close'; readonly ids: readonly string[] }
	| { readonly type: 'activate' | 'menu' | 'copy' | 'back' };

/** A key press, as `KeyboardEvent` has it. `control` is the Command key on a Mac as well. */
export interface KeyPress {
	readonly key: string;
	readonly control: boolean;
	readonly shift: boolean;
	readonly alt: boolean;
}

/**
 * The keys of a treegrid whose rows are the only stops (ARIA Authoring Practices, treegrid, focus on rows).
 * `undefined`: the key means nothing here. `page` is the number of rows in view.
 */
export function gridMove(rows: readonly GridRow[], at: number, press: KeyPress, page: number): GridMove | undefined {
	if (press.alt) { return press.key === 'ArrowLeft' ? { type: 'back' } : undefined; }
	if (press.control) { return press.key.toLowerCase() === 'c' && !press.shift ? { type: 'copy' } : undefined; }
	if (press.key === 'ContextMenu' || (press.shift && press.key === 'F10')) { return { type: 'menu' }; }
	const row = rows[at];
	if (!row) { return rows.length > 0 && wanders.has(press.key) ? { type: 'go', to: 0 } : undefined; }
	const go = (to: number): GridMove => ({ type: 'go', to: Math.min(rows.length - 1, Math.max(0, to)) });
	switch (press.key) {
		case 'ArrowDown': return go(at + 1);
		case 'ArrowUp': return go(at - 1);
		case 'Home': return go(0);
		case 'End': return go(rows.length - 1);
		case 'PageDown': return go(at + Math.max(1, page - 1));
		case 'PageUp': return go(at - Math.max(1, page - 1));
		case 'ArrowRight':
			if (row.expanded === false) { return { type: 'open', ids: [row.id] }; }
			return row.expanded && rows[at + 1]?.parent === row.id ? go(at + 1) : undefined;
		case 'ArrowLeft':
			if (row.expanded) { return { type: 'close', ids: [row.id] }; }
			return row.parent === undefined ? undefined : go(rows.findIndex(other => other.id === row.parent));
		case '*': return { type: 'open', ids: rows.filter(other => other.parent === row.parent && other.expanded === false).map(other => other.id) };
		case 'Enter':
		case ' ': return { type: 'activate' };
		default: return undefined;
	}
}

const wanders = new Set(['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp']);
