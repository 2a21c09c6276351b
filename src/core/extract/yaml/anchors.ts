import type { YamlNode } from './yamlNode.ts';

/** Anchors seen so far in one document; a later one of the same name replaces it, as YAML says. */
export type Anchors = Map<string, YamlNode>;

/** `&name` and `!tag` in front of a node. */
export interface NodeProperties {
	readonly anchor?: string;
	readonly tag?: string;
}

/** The node with its tag; its anchor is entered for the aliases that follow. */
export function withProperties<T extends YamlNode>(node: T, properties: NodeProperties, anchors: Anchors): T {
	if (properties.tag !== undefined) { (node as { tag?: string }).tag = properties.tag; }
	if (properties.anchor !== undefined) { anchors.set(properties.anchor, node); }
	return node;
}
