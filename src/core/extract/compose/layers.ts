import { asMap, itemsOf, pairsOf, resolved, valueOf } from '../yaml/lookup.ts';
import { isNull } from '../yaml/yamlNode.ts';
import type { YamlPair } from '../yaml/yamlNode.ts';
import type { Layer } from './source.ts';

const nothing: readonly Layer[] = [];

/**
 * The values of a key in layers that lie over each other, the uppermost first. `!reset` takes away what lies below and itself,
 * `!override` what lies below (Compose specification, merge).
 */
export function under(layers: readonly Layer[], key: string): readonly Layer[] {
	let found: Layer[] | undefined;
	for (const layer of layers) {
		const node = valueOf(asMap(layer.node), key);
		if (!node) { continue; }
		const tag = node.tag ?? resolved(node)?.tag;
		if (tag === '!reset') { break; }
		if (!isNull(node)) { (found ??= []).push({ node, source: layer.source }); }
		if (tag === '!override') { break; }
	}
	return found ?? nothing;
}

/** A key of layered maps with the pair that a person would be sent to. */
export interface LayeredKey {
	readonly name: string;
	readonly pair: YamlPair;
	/** The layer the pair stands in. */
	readonly layer: Layer;
}

/** Every key of the maps, in the order of the file, each once. Of duplicates in one map the last decides. */
export function keysOf(layers: readonly Layer[]): readonly LayeredKey[] {
	const keys = new Map<string, LayeredKey>();
	for (const layer of layers.toReversed()) {
		for (const pair of pairsOf(asMap(layer.node))) { keys.set(pair.key.value, { name: pair.key.value, pair, layer }); }
	}
	return [...keys.values()];
}

/** The items of layered lists, lower ones first as Compose appends them; a single scalar counts as a list of one. */
export function listOf(layers: readonly Layer[]): readonly Layer[] {
	if (layers.length === 0) { return nothing; }
	return layers.toReversed().flatMap(({ node, source }) => {
		const found = resolved(node);
		if (found?.kind === 'scalar') { return [{ node: found, source }]; }
		return itemsOf(node).map(item => ({ node: item, source }));
	});
}
