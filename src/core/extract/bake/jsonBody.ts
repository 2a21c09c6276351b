import type { Node } from 'jsonc-parser';
import { TextMapBuilder } from '../../util/textMap.ts';
import { jsonText, members, readJson } from '../devcontainer/json.ts';
import type { Attribute, Block, Body, Expression } from './expression.ts';
import { HclScanner } from './hclScanner.ts';
import { readExpression } from './readExpression.ts';
import { readTemplate } from './readTemplate.ts';

/** A bake file in JSON as the same blocks and attributes as in HCL; its strings are templates. */
export function readJsonBody(text: string): Body {
	const blocks: Block[] = [];
	for (const { key: section, value } of members(readJson(text))) {
		for (const { key, value: content } of members(value)) {
			const attributes: Attribute[] = members(content).flatMap(({ key: name, value: written }) => {
				const nameSpan = { start: name.offset, end: name.offset + name.length };
				return written ? [{ name: String(name.value), nameSpan, value: expressionOf(text, written, 0) }] : [];
			});
			// A quote that nobody closes is a key of one character.
			const nameSpan = { start: key.offset + 1, end: key.offset + Math.max(1, key.length - 1) };
			blocks.push({ type: String(section.value), labels: [String(key.value)], nameSpan, body: { attributes, blocks: [] } });
		}
	}
	return { attributes: [], blocks };
}

function expressionOf(text: string, node: Node, depth: number): Expression {
	const span = { start: node.offset, end: node.offset + node.length };
	switch (node.type) {
		case 'string': {
			const { value } = jsonText(text, node) ?? { value: new TextMapBuilder().build() };
			return readTemplate(new HclScanner(value), '', false, inner => { inner.skip(true); return readExpression(inner, true); });
		}
		case 'array': return { kind: 'list', items: (node.children ?? []).map(item => expressionOf(text, item, depth + 1)), span };
		case 'object': return {
			kind: 'object', span,
			entries: members(node).flatMap(({ key, value }) => value
				? [{ key: String(key.value), keySpan: { start: key.offset, end: key.offset + key.length }, value: expressionOf(text, value, depth + 1) }] : []),
		};
		case 'number': case 'boolean': return { kind: 'literal', value: node.value as number | boolean, span };
		case 'null': return { kind: 'literal', value: null, span };
		default: return { kind: 'unknown', span };
	}
}
