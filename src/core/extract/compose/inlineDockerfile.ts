import type { BuildLink, ImageUse } from '../../model/index.ts';
import { extractDockerfileText } from '../dockerfile/extractDockerfileText.ts';
import { spanAsWritten } from '../spanAsWritten.ts';
import { resolved } from '../yaml/lookup.ts';
import { scalarMap } from '../yaml/scalarMap.ts';
import { useKey } from './composeContext.ts';
import type { ComposeContext } from './composeContext.ts';
import { interpolate } from './interpolate.ts';
import type { Layer } from './source.ts';

/**
 * Adds the references of a `dockerfile_inline`. Compose interpolates it before BuildKit sees it, so `${V}` is Compose's variable
 * and only `$${V}` the Dockerfile's.
 */
export function addInlineDockerfile(context: ComposeContext, layer: Layer, link: Omit<BuildLink, 'dockerfile'>): void {
	const { file, text } = context;
	const node = resolved(layer.node);
	if (node?.kind !== 'scalar' || layer.source.file !== file) { return; }
	const { map, replaced, environmentDependent } = interpolate(scalarMap(text, node), layer.source.scope);
	const { uses } = extractDockerfileText(map, { file, outerText: text, builds: [{ dockerfile: file, ...link }], kindPrefix: 'compose-inline-' });
	for (const use of uses) {
		const key = useKey(use.kind, use.span);
		if (context.uses.has(key)) { continue; }
		const span = spanAsWritten(use.span, replaced);
		const isOpen = replaced.some(({ outer, unset }) => unset && outer.start >= span.start && outer.end <= span.end);
		const shown = { ...isOpen ? opened(use) : use, span, text: text.slice(span.start, span.end) };
		context.uses.set(key, environmentDependent ? { ...shown, environmentDependent } : shown);
	}
}

/** Nobody knows the reference before the variable is set, however wrong it looks without. */
function opened(use: ImageUse): ImageUse {
	const { value, reference, error, errorSpan, ...rest } = use;
	return { ...rest, class: use.class === 'invalid' ? 'image' : use.class, spans: {} };
}
