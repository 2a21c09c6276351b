import { parseTree } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import type { YamlDocument, YamlNode, YamlPair } from './yamlNode.ts';

/** Reads a text that is JSON, which is also YAML, in linear time; `undefined` when it is not, or holds an escape only JSON knows. */
export function jsonYaml(text: string): readonly YamlDocument[] | undefined {
	if (!/^\s*[{[]/.test(text.slice(0, 1000))) { return undefined; }
	const errors: ParseError[] = [];
	try {
		const tree = parseTree(text, errors, { disallowComments: true });
		if (!tree || errors.length > 0) { return undefined; }
		return [{ root: convert(tree), span: { start: 0, end: text.length } }];
	} catch {
		return undefined;
	}
}

function convert(node: Node): YamlNode {
	const span = { start: node.offset, end: node.offset + node.length };
	if (node.type === 'array') { return { kind: 'seq', items: (node.children ?? []).map(convert), flow: true, span }; }
	if (node.type !== 'object') { return { kind: 'scalar', value: String(node.value), style: node.type === 'string' ? 'double' : 'plain', span }; }
	const pairs = (node.children ?? []).flatMap((property): YamlPair[] => {
		const [key, value] = property.children ?? [];
		if (!key) { return []; }
		const keySpan = { start: key.offset, end: key.offset + key.length };
		return [{ key: { kind: 'scalar', value: String(key.value), style: 'double', span: keySpan }, ...(value && { value: convert(value) }) }];
	});
	return { kind: 'map', pairs, flow: true, span };
}
