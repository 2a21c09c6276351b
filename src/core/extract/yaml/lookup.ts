import type { YamlMap, YamlNode, YamlPair } from './yamlNode.ts';

/** The node itself, or what an alias stands for. */
export function resolved(node: YamlNode | undefined): Exclude<YamlNode, { kind: 'alias' }> | undefined {
	let at = node;
	for (let hops = 0; at?.kind === 'alias'; hops++) {
		if (hops > 8) { return undefined; }
		at = at.target;
	}
	return at;
}

/** The map a node is or stands for. */
export function asMap(node: YamlNode | undefined): YamlMap | undefined {
	const found = resolved(node);
	return found?.kind === 'map' ? found : undefined;
}

/** The items of the sequence a node is or stands for; none for anything else. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
	const found = resolved(node);
	return found?.kind === 'seq' ? found.items : [];
}

/** The pair of a key, merge keys (`<<`) followed: own keys first (the last of duplicates), then the first merged map that has it. */
export function findPair(map: YamlMap | undefined, key: string): YamlPair | undefined {
	if (!map) { return undefined; }
	const own = ownPair(map, key);
	if (own || !ownPair(map, '<<')) { return own; }
	for (const merged of mergedMaps(map)) {
		const found = ownPair(merged, key);
		if (found) { return found; }
	}
	return undefined;
}

/** The value of a key, as written (an alias stays one). */
export function valueOf(map: YamlMap | undefined, key: string): YamlNode | undefined {
	return findPair(map, key)?.value;
}

/** All pairs of a map, merged ones after its own and only where the key is new. */
export function pairsOf(map: YamlMap | undefined): readonly YamlPair[] {
	if (!map) { return []; }
	if (!ownPair(map, '<<')) { return map.pairs; }
	const pairs = map.pairs.filter(pair => !isMerge(pair));
	const names = new Set(pairs.map(pair => pair.key.value));
	for (const merged of mergedMaps(map)) {
		for (const pair of merged.pairs) {
			if (isMerge(pair) || names.has(pair.key.value)) { continue; }
			names.add(pair.key.value);
			pairs.push(pair);
		}
	}
	return pairs;
}

/** More merged maps than this are no configuration but an attack on memory; the rest is not looked at. */
const mostMerged = 200;

/** The maps merged into one, nearest first, each once. */
function mergedMaps(map: YamlMap): readonly YamlMap[] {
	const found = new Set<YamlMap>();
	const stack = sourcesOf(map).reverse();
	for (let next = stack.pop(); next && found.size < mostMerged; next = stack.pop()) {
		if (next === map || found.has(next)) { continue; }
		found.add(next);
		stack.push(...sourcesOf(next).reverse());
	}
	return [...found];
}

function sourcesOf(map: YamlMap): YamlMap[] {
	const sources: YamlMap[] = [];
	for (const pair of map.pairs) {
		if (!isMerge(pair)) { continue; }
		const value = resolved(pair.value);
		for (const node of value?.kind === 'seq' ? value.items.slice(0, mostMerged) : [value]) {
			const source = asMap(node);
			if (source) { sources.push(source); }
		}
	}
	return sources;
}

function isMerge(pair: YamlPair): boolean {
	return pair.key.value === '<<' && pair.key.style === 'plain';
}

const indexes = new WeakMap<YamlMap, ReadonlyMap<string, YamlPair>>();

function ownPair(map: YamlMap, key: string): YamlPair | undefined {
	if (map.pairs.length <= 16) { return map.pairs.findLast(pair => pair.key.value === key); }
	let index = indexes.get(map);
	if (!index) {
		index = new Map(map.pairs.map(pair => [pair.key.value, pair]));
		indexes.set(map, index);
	}
	return index.get(key);
}
