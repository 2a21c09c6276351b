import type { InspectView } from '../../src/protocol/inspectView.ts';
import type { TreeNode } from './treeNode.ts';

/** What is open before anybody touched the tree: the index, this machine's platform (or the only one) and its history. */
export function firstExpanded(view: InspectView): ReadonlySet<string> {
	const platform = view.platforms.find(({ thisMachine }) => thisMachine) ?? (view.platforms.length === 1 ? view.platforms[0] : undefined);
	return new Set(['index', ...(platform?.image ? [platform.id, `${platform.id}/history`] : [])]);
}

/** *Expand all*: every row with children, except those that would have to be read first. */
export function allExpandable(nodes: readonly TreeNode[]): ReadonlySet<string> {
	const found = new Set<string>();
	const visit = (node: TreeNode) => {
		if (node.children.length === 0 || node.unread !== undefined) { return; }
		found.add(node.id);
		node.children.forEach(visit);
	};
	nodes.forEach(visit);
	return found;
}

/** Digests of the statements that the rows being opened would show. */
export function statementsAmong(nodes: readonly TreeNode[], ids: readonly string[]): readonly string[] {
	const wanted = new Set(ids);
	const visit = (node: TreeNode): readonly string[] => [...(wanted.has(node.id) ? node.statements ?? [] : []), ...node.children.flatMap(visit)];
	return nodes.flatMap(visit);
}

/** Ids of unread platforms among rows that are being opened. */
export function unreadAmong(nodes: readonly TreeNode[], ids: readonly string[]): readonly string[] {
	const wanted = new Set(ids);
	const found: string[] = [];
	const visit = (node: TreeNode) => {
		if (node.unread !== undefined && wanted.has(node.id)) { found.push(node.unread); }
		node.children.forEach(visit);
	};
	nodes.forEach(visit);
	return found;
}
