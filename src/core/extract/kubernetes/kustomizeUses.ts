import type { ImageUse } from '../../model/index.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';
import { makeUse } from '../makeUse.ts';
import { asMap, itemsOf, valueOf } from '../yaml/lookup.ts';
import { fileScalar } from '../yaml/fileScalar.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';

/** What stands before the name in manifests whose place an image of a kustomization takes, in the label of its owner. */
export const ownerOfReplaced = 'image ';

/**
 * The `images:` of a kustomization: `newName` (or `name`) with `newTag` or `digest`. The use stands at the name; its tag and digest
 * keep their own places. An entry that sets neither says nothing of an image.
 */
export function kustomizeUses(text: string, kustomization: YamlMap): readonly ImageUse[] {
	return itemsOf(valueOf(kustomization, 'images')).flatMap((item): ImageUse[] => {
		const map = asMap(item);
		const replaced = fileScalar(text, valueOf(map, 'name'));
		const name = fileScalar(text, valueOf(map, 'newName')) ?? replaced;
		const tag = fileScalar(text, valueOf(map, 'newTag'));
		const digest = fileScalar(text, valueOf(map, 'digest'));
		const isNew = valueOf(map, 'newName') !== undefined;
		if (!name || (!isNew && !tag && !digest)) { return []; }
		const builder = new TextMapBuilder();
		appendMapped(builder, name.value, 0, name.value.text.length);
		for (const [mark, part] of [[':', digest ? undefined : tag], ['@', digest]] as const) {
			if (!part) { continue; }
			builder.replaced(mark, part.span.start, part.span.start);
			appendMapped(builder, part.value, 0, part.value.text.length);
		}
		const owner = replaced && { label: `${ownerOfReplaced}${replaced.value.text}`, span: replaced.span };
		return [makeUse(text, { kind: 'kubernetes-image', role: 'image', span: name.span, value: builder.build(), open: !tag && !digest, ...(owner && { owner }) })];
	});
}
