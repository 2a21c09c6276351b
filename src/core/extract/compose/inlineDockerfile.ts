import type { BuildLink, ImageUse } from '../../model/index.ts';
import type { TextMap } from '../../util/textMap.ts';
import { extractDockerfileText } from '../dockerfile/extractDockerfileText.ts';
import { resolved } from '../yaml/lookup.ts';
import { scalarMap } from '../yaml/scalarMap.ts';
import { useKey } from './composeContext.ts';
import type { ComposeContext } from './composeContext.ts';
import { interpolate } from './interpolate.ts';
import type { Hole } from './interpolate.ts';
import type { Layer } from './source.ts';

/**
 * Adds the references of a `dockerfile_inline`. Compose interpolates it before BuildKit sees it, so `${V}` is Compose's variable
 * and only `$${V}` the Dockerfile's.
 */
export function addInlineDockerfile(context: ComposeContext, layer: Layer, link: Omit<BuildLink, 'dockerfile'>): void {
	const { file, text } = context.source;
	const node = resolved(layer.node);
	if (node?.kind !== 'scalar' || layer.source !== context.source) { return; }
	const { map, holes, environmentDependent } = interpolate(scalarMap(text, node), context.source.scope);
	const { uses } = extractDockerfileText(reachingOver(map, holes), { file, outerText: text, builds: [{ dockerfile: file, ...link }], kindPrefix: 'compose-inline-' });
	for (const use of uses) {
		const key = useKey(use.kind, use.span);
		if (context.uses.has(key)) { continue; }
		const isOpen = holes.some(({ outer }) => outer.start >= use.span.start && outer.end <= use.span.end);
		const shown = isOpen ? opened(use) : use;
		context.uses.set(key, environmentDependent ? { ...shown, environmentDependent } : shown);
	}
}

/** A span that ends or begins at a hole takes it in: the unset variable is part of what is written. */
function reachingOver(map: TextMap, holes: readonly Hole[]): TextMap {
	if (holes.length === 0) { return map; }
	return {
		...map,
		outerSpan: span => {
			let { start, end } = map.outerSpan(span);
			for (const { inner, outer } of holes) {
				if (inner === span.end && outer.start === end) { end = outer.end; }
				if (inner === span.start && outer.end === start) { start = outer.start; }
			}
			return { start, end };
		},
	};
}

/** Nobody knows the reference before the variable is set, however wrong it looks without. */
function opened(use: ImageUse): ImageUse {
	const { value, reference, error, errorSpan, ...rest } = use;
	return { ...rest, class: use.class === 'invalid' ? 'image' : use.class, spans: {} };
}
