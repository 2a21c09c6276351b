import type { Span } from '../../model/index.ts';

/** How a scalar is written. */
export type YamlStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar. Nothing is typed: `8080`, `true` and `~` are the strings that stand there (see {@link isNull}). */
export interface YamlScalar {
	readonly kind: 'scalar';
	/** After unquoting and folding. */
	readonly value: string;
	readonly style: YamlStyle;
	/** As written, with quotes; for block scalars from the `|` or `>` to the end of the body. */
	readonly span: Span;
	readonly tag?: string;
}

/** One `key: value`; `value` is absent for a key alone. */
export interface YamlPair {
	readonly key: YamlScalar;
	readonly value?: YamlNode;
}

/** A block or flow (`{ … }`) map with its pairs as written, duplicates and merge keys among them. */
export interface YamlMap {
	readonly kind: 'map';
	readonly pairs: readonly YamlPair[];
	readonly flow: boolean;
	readonly span: Span;
	readonly tag?: string;
}

/** A block or flow (`[ … ]`) sequence. */
export interface YamlSeq {
	readonly kind: 'seq';
	readonly items: readonly YamlNode[];
	readonly flow: boolean;
	readonly span: Span;
	readonly tag?: string;
}

/** `*name`; `target` is the latest node before it with that anchor, never expanded here. */
export interface YamlAlias {
	readonly kind: 'alias';
	readonly name: string;
	readonly span: Span;
	readonly target?: YamlNode;
	readonly tag?: string;
}

/** Anything that can be a value. */
export type YamlNode = YamlScalar | YamlMap | YamlSeq | YamlAlias;

/** One document of a stream; `root` is absent when it is empty. */
export interface YamlDocument {
	readonly root?: YamlNode;
	readonly span: Span;
}

/** True for a scalar that YAML's core schema reads as null. */
export function isNull(node: YamlNode | undefined): boolean {
	return node === undefined || (node.kind === 'scalar' && node.style === 'plain' && /^(?:~|null|Null|NULL)?$/.test(node.value));
}
