import type { GridRow } from './gridRow.ts';

/** The least a node must have to be listed. */
export interface ListedNode<N> {
	readonly id: string;
	readonly name: string;
	readonly spoken: string;
	readonly search: string;
	readonly children: readonly N[];
}

/** A row of the list with its node. */
export interface FlatRow<N> extends GridRow {
	readonly node: N;
}

/**
 * The rows that are there now, top to bottom.
 * With a filter: the matching nodes and what is above them, all open; below a matching node everything that is open by `expanded`.
 */
export function flatRows<N extends ListedNode<N>>(nodes: readonly N[], expanded: ReadonlySet<string>, filter = ''): readonly FlatRow<N>[] {
	const rows: FlatRow<N>[] = [];
	const wanted = filter.trim().toLowerCase();
	const kept = wanted ? matches(nodes, wanted) : undefined;
	const add = (siblings: readonly N[], level: number, parent: string | undefined, within: boolean) => {
		const listed = kept && !within ? siblings.filter(node => kept.has(node)) : siblings;
		listed.forEach((node, at) => {
			const below = kept?.get(node) === 'below';
			const inside = within || (kept !== undefined && !below);
			const open = below || expanded.has(node.id);
			rows.push({
				id: node.id,
				level,
				position: at + 1,
				siblings: listed.length,
				expanded: node.children.length > 0 ? open : undefined,
				parent,
				spoken: node.spoken,
				name: node.name,
				node,
			});
			if (open) { add(node.children, level + 1, node.id, inside); }
		});
	};
	add(nodes, 1, undefined, false);
	return rows;
}

/** Every kept node: `below` when something below it matches, else `itself`. */
function matches<N extends ListedNode<N>>(nodes: readonly N[], wanted: string): ReadonlyMap<N, 'itself' | 'below'> {
	const kept = new Map<N, 'itself' | 'below'>();
	const visit = (node: N): boolean => {
		let below = false;
		for (const child of node.children) { below = visit(child) || below; }
		if (below) {
			kept.set(node, 'below');
		} else if (node.search.includes(wanted)) {
			kept.set(node, 'itself');
		}
		return kept.has(node);
	};
	for (const node of nodes) { visit(node); }
	return kept;
}
