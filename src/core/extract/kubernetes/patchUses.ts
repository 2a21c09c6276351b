import type { ImageUse } from '../../model/index.ts';
import { composeMap } from '../../util/composeMap.ts';
import { sliceMap } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';
import { makeUse } from '../makeUse.ts';
import { fileScalar, scalarValue } from '../yaml/fileScalar.ts';
import { asMap, itemsOf, resolved, valueOf } from '../yaml/lookup.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { scalarMap } from '../yaml/scalarMap.ts';
import type { YamlMap, YamlNode } from '../yaml/yamlNode.ts';
import { listedImages, objectImages } from './objectUses.ts';

/** More patches than this in one kustomization are not read. */
const mostPatches = 1000;

/** The images of the patches that a kustomization holds as texts: parts of objects, or steps of a JSON patch (RFC 6902). */
export function inlinePatchUses(text: string, kustomization: YamlMap): readonly ImageUse[] {
	const inMaps = ['patches', 'patchesJson6902'].flatMap(key => itemsOf(valueOf(kustomization, key)).map(item => valueOf(asMap(item), 'patch')));
	return [...inMaps, ...itemsOf(valueOf(kustomization, 'patchesStrategicMerge'))].slice(0, mostPatches).flatMap(node => {
		const scalar = resolved(node);
		// A text of one line names a file.
		if (scalar?.kind !== 'scalar' || !/[\n{[]/.test(scalar.value)) { return []; }
		const map = scalarMap(text, scalar);
		return readYaml(map.text).flatMap(({ root }) => {
			const object = asMap(root);
			return usesOf(text, map, object ? objectImages(object).places.map(place => place.node) : patchedNodes(root));
		});
	});
}

/** The images of a file that is a JSON patch. */
export function patchUses(text: string, root: YamlNode | undefined): readonly ImageUse[] {
	return usesOf(text, sliceMap(text, { start: 0, end: text.length }), patchedNodes(root));
}

function usesOf(text: string, map: TextMap, nodes: readonly YamlNode[]): readonly ImageUse[] {
	return nodes.flatMap(node => {
		const scalar = fileScalar(map.text, node);
		return scalar
			? [makeUse(
				text,
				{
					kind: 'kubernetes-image',
					role: 'image',
					value: composeMap(map, scalar.value),
					span: map.outerSpan(scalar.span),
					open: /[$<]/.test(scalar.value.text),
				},
			)]
			: [];
	});
}

function patchedNodes(root: YamlNode | undefined): readonly YamlNode[] {
	return itemsOf(root).flatMap((item): readonly YamlNode[] => {
		const step = asMap(item);
		const value = resolved(valueOf(step, 'value'));
		const path = scalarValue(valueOf(step, 'path')) ?? '';
		if (!value || !/^(?:add|replace|test)$/.test(scalarValue(valueOf(step, 'op')) ?? '')) { return []; }
		if (value.kind === 'scalar') { return /ontainers\/[^/]+\/image$/.test(path) ? [value] : []; }
		if (/\/(?:init|ephemeral)?containers(?:\/(?:-|\d+))?$/i.test(path)) { return listedImages(value.kind === 'map' ? [value] : itemsOf(value)); }
		return value.kind === 'map' ? objectImages(value).places.map(place => place.node) : [];
	});
}
