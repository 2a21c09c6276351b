import { isAlias, isCollection, isMap, isScalar, parseAllDocuments } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Span } from '../../model/index.ts';
import type { Anchors } from './anchors.ts';
import type { YamlDocument, YamlMap, YamlNode, YamlPair, YamlScalar, YamlStyle } from './yamlNode.ts';

/** What the `yaml` package made of a text; `broken` when it met mistakes on the way. */
export interface PackageReading {
	readonly documents: readonly YamlDocument[];
	readonly broken: boolean;
}

/**
 * Reads a stream with the `yaml` package, mistakes and all: what it could make of a broken document is given.
 * `undefined` when it cannot finish (nesting deeper than its stack).
 */
export function packageYaml(text: string): PackageReading | undefined {
	try {
		// failsafe: nothing is typed; without unique keys a map of n keys is not compared n × n times
		const documents = parseAllDocuments(
			text,
			{ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, strict: false, resolveKnownTags: false, logLevel: 'silent' },
		);
		const read = (documents as Document[]).map((document): YamlDocument => {
			const root = document.contents && convert(document.contents, new Map());
			const [start, , end] = document.range ?? [0, 0, text.length];
			return { ...(root && { root }), span: { start, end } };
		});
		return { documents: read, broken: (documents as Document[]).some(document => document.errors.length > 0) };
	} catch {
		return undefined;
	}
}

function convert(node: Node, anchors: Anchors): YamlNode | undefined {
	const span = spanOf(node);
	if (isAlias(node)) {
		const target = anchors.get(node.source);
		return { kind: 'alias', name: node.source, span, ...(target && { target }) };
	}
	const tag = node.tag === undefined ? {} : { tag: node.tag };
	if (isScalar(node)) {
		const scalar: YamlScalar = {
			kind: 'scalar',
			value: node.value === null || node.value === undefined ? '' : String(node.value),
			style: styleOf(node.type),
			span,
			...tag,
		};
		if (node.anchor !== undefined) { anchors.set(node.anchor, scalar); }
		return scalar;
	}
	if (!isCollection(node)) { return undefined; }
	if (isMap(node)) {
		const pairs: YamlPair[] = [];
		const map: YamlMap = { kind: 'map', pairs, flow: node.flow ?? false, span, ...tag };
		if (node.anchor !== undefined) { anchors.set(node.anchor, map); }
		for (const pair of node.items) {
			const key = convert(pair.key as Node, anchors);
			const value = pair.value ? convert(pair.value as Node, anchors) : undefined;
			if (key?.kind === 'scalar') { pairs.push({ key, ...(value && { value }) }); }
		}
		return map;
	}
	const items: YamlNode[] = [];
	const seq: YamlNode = { kind: 'seq', items, flow: node.flow ?? false, span, ...tag };
	if (node.anchor !== undefined) { anchors.set(node.anchor, seq); }
	for (const item of node.items as Node[]) {
		const converted = isCollection(item) || isScalar(item) || isAlias(item) ? convert(item, anchors) : undefined;
		if (converted) { items.push(converted); }
	}
	return seq;
}

function spanOf(node: Node): Span {
	return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

function styleOf(type: string | undefined): YamlStyle {
	switch (type) {
		case 'QUOTE_SINGLE': return 'single';
		case 'QUOTE_DOUBLE': return 'double';
		case 'BLOCK_LITERAL': return 'literal';
		case 'BLOCK_FOLDED': return 'folded';
		default: return 'plain';
	}
}
