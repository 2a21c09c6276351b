import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { Span } from '../../model/index.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { nestsTooDeep } from '../nestsTooDeep.ts';

/** A JSON string's value as a map into the file; `span` is inside the quotes. */
export interface JsonText {
	readonly value: TextMap;
	readonly span: Span;
}

const deepest = 400;

/**
 * The tree of a JSON text with comments and trailing commas; broken text gives what could be read, `undefined` when nothing could
 * or when it is nested deeper than any configuration.
 */
export function readJson(text: string): Node | undefined {
	if (nestsTooDeep(text, deepest)) { return undefined; }
	try {
		return parseTree(text, [], { allowTrailingComma: true });
	} catch {
		return undefined;
	}
}

/** The value of a key; of duplicate keys the last decides, as in JSON.parse. */
export function member(node: Node | undefined, key: string): Node | undefined {
	if (node?.type !== 'object') { return undefined; }
	return node.children?.findLast(property => property.children?.[0]?.value === key)?.children?.[1];
}

/** The key nodes and values of an object, the last of duplicates each. */
export function members(node: Node | undefined): readonly { readonly key: Node; readonly value: Node | undefined }[] {
	if (node?.type !== 'object') { return []; }
	const found = new Map<string, { key: Node; value: Node | undefined }>();
	for (const property of node.children ?? []) {
		const key = property.children?.[0];
		if (key) { found.set(String(key.value), { key, value: property.children?.[1] }); }
	}
	return [...found.values()];
}

/** The items of an array; a single string counts as an array of one. */
export function listOf(node: Node | undefined): readonly Node[] {
	if (node?.type === 'string') { return [node]; }
	return node?.type === 'array' ? node.children ?? [] : [];
}

/** A string node with each escape led back to its place. */
export function jsonText(text: string, node: Node | undefined): JsonText | undefined {
	if (node?.type !== 'string') { return undefined; }
	const start = node.offset + 1;
	const end = Math.max(start, node.offset + node.length - (text[node.offset + node.length - 1] === '"' && node.length > 1 ? 1 : 0));
	const builder = new TextMapBuilder();
	const raw = text.slice(start, end);
	let at = 0;
	for (const { 0: escape, index } of raw.matchAll(/\\(?:u[0-9A-Fa-f]{4}|[^])/g)) {
		builder.verbatim(raw.slice(at, index), start + at);
		at = index + escape.length;
		builder.replaced(unescape(escape), start + index, start + at);
	}
	return { value: builder.verbatim(raw.slice(at), start + at).build(), span: { start, end } };
}

function unescape(escape: string): string {
	const kind = escape[1]!;
	if (kind === 'u' && escape.length === 6) { return String.fromCharCode(Number.parseInt(escape.slice(2), 16)); }
	const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
	return named[kind] ?? kind;
}
