import { atOnce, type Steps } from './steps.ts';
import type { GridRow } from './gridRow.ts';

/** The least a node must have to be listed. */
export interface ListedNode<N> {
	readonly id: string;
	readonly name: string;
	readonly spoken: string;
	/** Lower case; what the filter looks at. Absent where `matches` decides. */
	readonly search?: string;
	/** @param wanted lower case, not empty */
	matches?(wanted: string): boolean;
	/** `false`: neither it nor anything below it matches, so that its children need not be made. */
	mayHold?(wanted: string): boolean;
	readonly children: readonly N[];
	/** Answers without making the children, where these are made late. */
	readonly hasChildren?: boolean;
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
	return atOnce(flatRowSteps(nodes, expanded, filter));
}

/** {@link flatRows} in steps, one for some hundred nodes. */
export function* flatRowSteps<N extends ListedNode<N>>(nodes: readonly N[], expanded: ReadonlySet<string>, filter: string): Steps<readonly FlatRow<N>[]> {
	const rows: FlatRow<N>[] = [];
	const wanted = filter.trim().toLowerCase();
	const kept = wanted ? yield* matches(nodes, wanted) : undefined;
	const add = function* (siblings: readonly N[], level: number, parent: string | undefined, within: boolean): Steps<void> {
		const listed = kept && !within ? siblings.filter(node => kept.has(node)) : siblings;
		for (const [at, node] of listed.entries()) {
			const below = kept?.get(node) === 'below';
			const inside = within || (kept !== undefined && !below);
			const open = below || expanded.has(node.id);
			const expandable = node.hasChildren ?? node.children.length > 0;
			rows.push(new Row(node, level, at + 1, listed.length, expandable ? open : undefined, parent));
			if (open && expandable) { yield* add(node.children, level + 1, node.id, inside); }
			if (at % some === 0) { yield; }
		}
	};
	yield* add(nodes, 1, undefined, false);
	return rows;
}

/** Nodes of one step. */
const some = 256;

/** Texts are asked of the node when the row is drawn: most rows never are. */
class Row<N extends ListedNode<N>> implements FlatRow<N> {
	readonly id: string;
	readonly node: N;
	readonly level: number;
	readonly position: number;
	readonly siblings: number;
	readonly expanded: boolean | undefined;
	readonly parent: string | undefined;

	constructor(node: N, level: number, position: number, siblings: number, expanded: boolean | undefined, parent: string | undefined) {
		this.id = node.id;
		this.node = node;
		this.level = level;
		this.position = position;
		this.siblings = siblings;
		this.expanded = expanded;
		this.parent = parent;
	}

	get name(): string { return this.node.name; }
	get spoken(): string { return this.node.spoken; }
}

/** Every kept node: `below` when something below it matches, else `itself`. */
function* matches<N extends ListedNode<N>>(nodes: readonly N[], wanted: string): Steps<ReadonlyMap<N, 'itself' | 'below'>> {
	const kept = new Map<N, 'itself' | 'below'>();
	const visit = function* (siblings: readonly N[]): Steps<boolean> {
		const before = kept.size;
		for (const [at, node] of siblings.entries()) {
			if (at % some === 0) { yield; }
			if (node.mayHold?.(wanted) === false) { continue; }
			if ((node.hasChildren ?? node.children.length > 0) && (yield* visit(node.children))) {
				kept.set(node, 'below');
			} else if (node.matches ? node.matches(wanted) : node.search?.includes(wanted)) {
				kept.set(node, 'itself');
			}
		}
		return kept.size > before;
	};
	yield* visit(nodes);
	return kept;
}
