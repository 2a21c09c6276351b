import { asMap, itemsOf, pairsOf } from '../yaml/lookup.ts';
import { isNull } from '../yaml/yamlNode.ts';
import { sliceText, textOf } from './source.ts';
import type { ComposeText, Layer } from './source.ts';

/** One `NAME: value` or `- NAME=value`; `text` is absent when only the name is given. */
export interface NamedText {
	readonly name: string;
	readonly text?: ComposeText;
	readonly layer: Layer;
}

/** Reads the two forms that Compose allows for args, contexts and environments; upper layers win. */
export function namedTexts(layers: readonly Layer[]): readonly NamedText[] {
	const named = new Map<string, NamedText>();
	for (const layer of layers.toReversed()) {
		for (const { key, value } of pairsOf(asMap(layer.node))) {
			const text = isNull(value) ? undefined : textOf({ node: value!, source: layer.source });
			named.set(key.value, { name: key.value, layer: { node: key, source: layer.source }, ...(text && { text }) });
		}
		for (const item of itemsOf(layer.node)) {
			const itemLayer = { node: item, source: layer.source };
			const whole = textOf(itemLayer);
			if (!whole) { continue; }
			const equals = whole.value.text.indexOf('=');
			const name = equals === -1 ? whole.value.text : whole.value.text.slice(0, equals);
			const text = equals === -1 ? undefined : sliceText(whole, equals + 1, whole.value.text.length);
			named.set(name, { name, layer: itemLayer, ...(text && { text }) });
		}
	}
	return [...named.values()];
}
