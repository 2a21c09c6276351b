import { resolved } from '../yaml/lookup.ts';
import type { YamlMap, YamlNode } from '../yaml/yamlNode.ts';

/** A map with the keys that lead to it. */
export interface PathMap {
	readonly map: YamlMap;
	readonly path: readonly string[];
}

const deepest = 100;

/** Every map of a document, parents first, each once however many aliases lead to it. */
export function walkMaps(root: YamlNode | undefined): readonly PathMap[] {
	const found: PathMap[] = [];
	const seen = new Set<YamlNode>();
	const stack: { readonly node: YamlNode | undefined; readonly path: readonly string[] }[] = [{ node: root, path: [] }];
	for (let next = stack.pop(); next; next = stack.pop()) {
		const { path } = next;
		const node = resolved(next.node);
		if (!node || node.kind === 'scalar' || seen.has(node) || path.length > deepest) { continue; }
		seen.add(node);
		if (node.kind === 'map') {
			found.push({ map: node, path });
			for (const pair of node.pairs.toReversed()) { stack.push({ node: pair.value, path: [...path, pair.key.value] }); }
		} else {
			for (const item of node.items.toReversed()) { stack.push({ node: item, path }); }
		}
	}
	return found;
}
