import { withProperties } from './anchors.ts';
import type { Anchors, NodeProperties } from './anchors.ts';
import type { YamlNode, YamlPair, YamlScalar } from './yamlNode.ts';

/** A node and the offset after it. */
export interface Inline<T extends YamlNode = YamlNode> {
	readonly node: T;
	readonly end: number;
}

const deepest = 50;
const noValue: NodeProperties = {};

/**
 * One node that stands on one line: a scalar, a flow collection, an alias. `undefined` where the line holds anything that
 * this reader does not read for certain; nothing may follow but blanks and a comment.
 */
export function inlineYaml(text: string, from: number, lineEnd: number, anchors: Anchors): YamlNode | undefined {
	const found = readNode(text, from, lineEnd, anchors, 0);
	return found && restIsBlank(text, found.end, lineEnd) ? found.node : undefined;
}

/** `&name` and `!tag`, in any order, with the offset of what follows; `undefined` when they are odd. */
export function readProperties(text: string, from: number, lineEnd: number): { readonly properties: NodeProperties; readonly end: number } | undefined {
	let at = from;
	let anchor: string | undefined;
	let tag: string | undefined;
	while (at < lineEnd && (text[at] === '&' || text[at] === '!')) {
		let end = at + 1;
		while (end < lineEnd && !' \t,[]{}'.includes(text[end]!)) { end++; }
		const word = text.slice(at, end);
		if (word[0] === '&') {
			if (anchor !== undefined || word.length === 1) { return undefined; }
			anchor = word.slice(1);
		} else {
			if (tag !== undefined || word.startsWith('!<')) { return undefined; }
			tag = word;
		}
		at = skipBlanks(text, end, lineEnd);
	}
	if (at === from) { return { properties: noValue, end: at }; }
	return { properties: { ...(anchor !== undefined && { anchor }), ...(tag !== undefined && { tag }) }, end: at };
}

/** A quoted scalar that ends on its line. */
export function readQuoted(text: string, from: number, lineEnd: number): Inline<YamlScalar> | undefined {
	return text[from] === '"' ? readDouble(text, from, lineEnd) : readSingle(text, from, lineEnd);
}

/** True when only blanks and a comment follow. */
export function restIsBlank(text: string, from: number, lineEnd: number): boolean {
	const at = skipBlanks(text, from, lineEnd);
	return at >= lineEnd || (text[at] === '#' && at > from);
}

/** The offset of the first character that is no blank. */
export function skipBlanks(text: string, from: number, lineEnd: number): number {
	let at = from;
	while (at < lineEnd && (text[at] === ' ' || text[at] === '\t')) { at++; }
	return at;
}

function readNode(text: string, from: number, lineEnd: number, anchors: Anchors, depth: number): Inline | undefined {
	const start = readProperties(text, from, lineEnd);
	if (!start || depth > deepest) { return undefined; }
	const found = readContent(text, start.end, lineEnd, anchors, depth);
	if (!found || start.properties === noValue) { return found; }
	return found.node.kind === 'alias' ? undefined : { ...found, node: withProperties(found.node, start.properties, anchors) };
}

function readContent(text: string, at: number, lineEnd: number, anchors: Anchors, depth: number): Inline | undefined {
	switch (text[at]) {
		case '"': case '\'': return readQuoted(text, at, lineEnd);
		case '[': return readFlowSeq(text, at, lineEnd, anchors, depth);
		case '{': return readFlowMap(text, at, lineEnd, anchors, depth);
		case '*': return readAlias(text, at, lineEnd, anchors);
		default: return readPlain(text, at, lineEnd, depth > 0);
	}
}

/** `*name`, where the anchor stands before it. */
export function readAlias(text: string, from: number, lineEnd: number, anchors: Anchors): Inline | undefined {
	let end = from + 1;
	while (end < lineEnd && !' \t,[]{}'.includes(text[end]!)) { end++; }
	const name = text.slice(from + 1, end);
	const target = anchors.get(name);
	return target && { node: { kind: 'alias', name, span: { start: from, end }, target }, end };
}

function readFlowSeq(text: string, from: number, lineEnd: number, anchors: Anchors, depth: number): Inline | undefined {
	const items: YamlNode[] = [];
	for (let at = skipBlanks(text, from + 1, lineEnd); at < lineEnd;) {
		if (text[at] === ']') { return { node: { kind: 'seq', items, flow: true, span: { start: from, end: at + 1 } }, end: at + 1 }; }
		const item = readNode(text, at, lineEnd, anchors, depth + 1);
		if (!item) { return undefined; }
		items.push(item.node);
		at = skipBlanks(text, item.end, lineEnd);
		if (text[at] === ',') { at = skipBlanks(text, at + 1, lineEnd); } else if (text[at] !== ']') { return undefined; }
	}
	return undefined;
}

function readFlowMap(text: string, from: number, lineEnd: number, anchors: Anchors, depth: number): Inline | undefined {
	const pairs: YamlPair[] = [];
	for (let at = skipBlanks(text, from + 1, lineEnd); at < lineEnd;) {
		if (text[at] === '}') { return { node: { kind: 'map', pairs, flow: true, span: { start: from, end: at + 1 } }, end: at + 1 }; }
		const key = text[at] === '"' || text[at] === '\'' ? readQuoted(text, at, lineEnd) : readPlain(text, at, lineEnd, true);
		if (!key) { return undefined; }
		at = skipBlanks(text, key.end, lineEnd);
		if (text[at] === ':') {
			const value = readNode(text, skipBlanks(text, at + 1, lineEnd), lineEnd, anchors, depth + 1);
			if (!value) { return undefined; }
			pairs.push({ key: key.node, value: value.node });
			at = skipBlanks(text, value.end, lineEnd);
		} else {
			pairs.push({ key: key.node });
		}
		if (text[at] === ',') { at = skipBlanks(text, at + 1, lineEnd); } else if (text[at] !== '}') { return undefined; }
	}
	return undefined;
}

/** A plain scalar on one line, in a flow collection up to what ends an item there. */
export function readPlain(text: string, from: number, lineEnd: number, inFlow: boolean): Inline<YamlScalar> | undefined {
	const first = text[from];
	if (first === undefined || from >= lineEnd || ',[]{}#&*!|>\'"%@`'.includes(first)) { return undefined; }
	if ('-?:'.includes(first) && (from + 1 >= lineEnd || ' \t,[]{}'.includes(text[from + 1]!))) { return undefined; }
	let at = from;
	for (; at < lineEnd; at++) {
		const character = text[at]!;
		if (character === '#' && (text[at - 1] === ' ' || text[at - 1] === '\t')) { break; }
		if (character === ':' && (at + 1 >= lineEnd || text[at + 1] === ' ' || text[at + 1] === '\t')) {
			if (inFlow) { break; }
			return undefined;
		}
		if (inFlow && ',[]{}'.includes(character)) {
			break;
		}
		if (inFlow && character === ':' && ',[]{}'.includes(text[at + 1]!)) { return undefined; }
	}
	let end = at;
	while (end > from && (text[end - 1] === ' ' || text[end - 1] === '\t')) { end--; }
	return { node: { kind: 'scalar', value: text.slice(from, end), style: 'plain', span: { start: from, end } }, end };
}

function readSingle(text: string, from: number, lineEnd: number): Inline<YamlScalar> | undefined {
	for (let at = from + 1; at < lineEnd; at++) {
		if (text[at] !== '\'') { continue; }
		if (text[at + 1] === '\'' && at + 1 < lineEnd) { at++; continue; }
		const value = text.slice(from + 1, at).replaceAll('\'\'', '\'');
		return { node: { kind: 'scalar', value, style: 'single', span: { start: from, end: at + 1 } }, end: at + 1 };
	}
	return undefined;
}

const escapes: Readonly<Record<string, string>> = { 'n': '\n', 't': '\t', 'r': '\r', '"': '"', '\\': '\\', '/': '/', '0': '\0', 'e': '\u001b', ' ': ' ' };

function readDouble(text: string, from: number, lineEnd: number): Inline<YamlScalar> | undefined {
	let value = '';
	let piece = from + 1;
	for (let at = from + 1; at < lineEnd; at++) {
		if (text[at] === '"') {
			value += text.slice(piece, at);
			return { node: { kind: 'scalar', value, style: 'double', span: { start: from, end: at + 1 } }, end: at + 1 };
		}
		if (text[at] !== '\\') { continue; }
		const escaped = escapes[text[at + 1] ?? ''];
		if (escaped === undefined || at + 1 >= lineEnd) { return undefined; }
		value += text.slice(piece, at) + escaped;
		at++;
		piece = at + 1;
	}
	return undefined;
}
