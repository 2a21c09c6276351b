import type { Span, VariableUse } from '../../model/index.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { subMap } from '../subMap.ts';
import { spanAsWritten } from '../spanAsWritten.ts';
import { resolved } from '../yaml/lookup.ts';
import { scalarMap } from '../yaml/scalarMap.ts';
import type { YamlDocument, YamlNode, YamlScalar } from '../yaml/yamlNode.ts';
import { interpolate } from './interpolate.ts';
import type { Replaced } from './interpolate.ts';
import type { Scope } from './scope.ts';

/** One Compose file as a project loads it: the one being extracted, or another of its project. */
export interface Source {
	readonly file: string;
	readonly text: string;
	readonly scope: Scope;
	/** What its paths are relative to. */
	readonly folder: string;
	/** The roots of its documents, the latest first; read when first asked for. */
	readonly roots: readonly Layer[];
}

/** A node and the file it stands in. */
export interface Layer {
	readonly node: YamlNode;
	readonly source: Source;
}

/** A string of a Compose file after interpolation. */
export interface ComposeText {
	readonly value: TextMap;
	/** Inside the quotes; without blanks around it. */
	readonly span: Span;
	readonly variables: readonly VariableUse[];
	readonly replaced: readonly Replaced[];
	/** Unset variables, or a template that Compose refuses. */
	readonly open: boolean;
	readonly environmentDependent: boolean;
}

/** A Compose file; its documents are merged by Compose, later ones on top. */
export function makeSource(file: string, text: string, folder: string, scope: Scope, read: () => readonly YamlDocument[]): Source {
	let roots: readonly Layer[] | undefined;
	const source: Source = {
		file, text, folder, scope,
		get roots() { return roots ??= read().flatMap(({ root }) => root ? [{ node: root, source }] : []).reverse(); },
	};
	return source;
}

/** The scalar that a layer is, interpolated; `undefined` for maps, lists and nothing. */
export function textOf(layer: Layer | undefined): ComposeText | undefined {
	const node = resolved(layer?.node);
	return layer && node?.kind === 'scalar' ? scalarText(layer.source, node) : undefined;
}

/** A part of a scalar's value, from `from` to `to`, keeping its places. */
export function sliceText(text: ComposeText, from: number, to: number): ComposeText {
	return { ...text, value: subMap(text.value, from, to), span: spanAsWritten(text.value.outerSpan({ start: from, end: to }), text.replaced) };
}

function scalarText(source: Source, scalar: YamlScalar): ComposeText {
	const { span, style } = scalar;
	if (style === 'plain' && scalar.value.length === span.end - span.start && !scalar.value.includes('$')) {
		return { value: sliceMap(source.text, span), span, variables: [], replaced: [], open: false, environmentDependent: false };
	}
	const raw = scalarMap(source.text, scalar);
	// A block scalar's last line end belongs to no reference.
	const trimmed = style === 'literal' || style === 'folded' ? raw.text.trimEnd().length : raw.text.length;
	const result = interpolate(raw, source.scope);
	const inside = raw.outerSpan({ start: 0, end: trimmed });
	const text = {
		value: result.map,
		span: inside,
		variables: result.variables,
		replaced: result.replaced,
		open: result.open || result.refused,
		environmentDependent: result.environmentDependent,
	};
	return trimmed === raw.text.length ? text : { ...sliceText(text, 0, result.map.text.trimEnd().length), span: inside };
}
