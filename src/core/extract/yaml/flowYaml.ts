import { contentEndAt } from '../../util/lineBounds.ts';
import { withProperties } from './anchors.ts';
import type { Anchors } from './anchors.ts';
import { readAlias, readPlain, readProperties } from './inlineYaml.ts';
import type { Inline } from './inlineYaml.ts';
import { readLongQuoted } from './longQuoted.ts';
import { skipSeparation } from './separation.ts';
import type { YamlNode, YamlPair } from './yamlNode.ts';

const deepest = 50;

/**
 * A flow collection or quoted scalar that goes over several lines, all of them indented deeper than `column` (a closing bracket as deep).
 * `undefined` where it does not end, or holds what this reader does not read for certain.
 */
export function flowYaml(text: string, from: number, column: number, anchors: Anchors): Inline | undefined {
	return readFlow({ text, column, anchors }, from, 0);
}

interface Setting {
	readonly text: string;
	readonly column: number;
	readonly anchors: Anchors;
}

function readFlow(setting: Setting, from: number, depth: number): Inline | undefined {
	const { text, column, anchors } = setting;
	const lineEnd = contentEndAt(text, from);
	const start = readProperties(text, from, lineEnd);
	if (!start || depth > deepest) { return undefined; }
	const at = start.end < lineEnd ? start.end : skipSeparation(text, start.end, column);
	if (at === undefined) { return undefined; }
	const found = readContent(setting, at, depth);
	return found?.node.kind === 'alias' ? found : found && { ...found, node: withProperties(found.node, start.properties, anchors) };
}

function readContent(setting: Setting, at: number, depth: number): Inline | undefined {
	const { text, column, anchors } = setting;
	switch (text[at]) {
		case '"': case '\'': return readLongQuoted(text, at, column);
		case '[': return readSeq(setting, at, depth);
		case '{': return readMap(setting, at, depth);
		case '*': return readAlias(text, at, contentEndAt(text, at), anchors);
		default: return depth > 0 ? readPlain(text, at, contentEndAt(text, at), true) : undefined;
	}
}

function readSeq(setting: Setting, from: number, depth: number): Inline | undefined {
	const items: YamlNode[] = [];
	return readItems(setting, from, ']', at => {
		const item = readFlow(setting, at, depth + 1);
		if (item) { items.push(item.node); }
		return item?.end;
	}, end => ({ kind: 'seq', items, flow: true, span: { start: from, end } }));
}

function readMap(setting: Setting, from: number, depth: number): Inline | undefined {
	const { text, column } = setting;
	const pairs: YamlPair[] = [];
	return readItems(setting, from, '}', at => {
		const key = text[at] === '"' || text[at] === '\'' ? readLongQuoted(text, at, column) : readPlain(text, at, contentEndAt(text, at), true);
		const colon = key && skipSeparation(text, key.end, column);
		if (!key || colon === undefined) { return undefined; }
		if (text[colon] !== ':') {
			pairs.push({ key: key.node });
			return key.end;
		}
		const start = skipSeparation(text, colon + 1, column);
		if (start === undefined || ',}'.includes(text[start]!)) { return undefined; }
		const value = readFlow(setting, start, depth + 1);
		if (value) { pairs.push({ key: key.node, value: value.node }); }
		return value?.end;
	}, end => ({ kind: 'map', pairs, flow: true, span: { start: from, end } }));
}

/** Items between commas up to the closing bracket; a comma behind the last one is allowed. */
function readItems(
	{ text, column }: Setting,
	from: number,
	close: string,
	readItem: (at: number) => number | undefined,
	make: (end: number) => YamlNode,
): Inline | undefined {
	let at = skipSeparation(text, from + 1, column);
	while (at !== undefined) {
		if (text[at] === close) { return { node: make(at + 1), end: at + 1 }; }
		const end = readItem(at);
		at = end === undefined ? undefined : skipSeparation(text, end, column);
		if (at === undefined || (text[at] !== ',' && text[at] !== close)) { return undefined; }
		if (text[at] === ',') { at = skipSeparation(text, at + 1, column); }
	}
	return undefined;
}
