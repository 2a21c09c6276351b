import type { BuildLink } from '../../model/index.ts';
import { extractDockerfileText } from '../dockerfile/extractDockerfileText.ts';
import { resolved } from '../yaml/lookup.ts';
import { scalarMap } from '../yaml/scalarMap.ts';
import type { ComposeContext } from './composeContext.ts';
import { interpolate } from './interpolate.ts';
import type { Layer } from './source.ts';

/**
 * Adds the references of a `dockerfile_inline`. Compose interpolates it before BuildKit sees it, so `${V}` is Compose's variable
 * and only `$${V}` the Dockerfile's.
 */
export function addInlineDockerfile(context: ComposeContext, layer: Layer, link: Omit<BuildLink, 'dockerfile'>): void {
	const { file, text } = context.source;
	const node = resolved(layer.node);
	if (node?.kind !== 'scalar' || layer.source !== context.source) { return; }
	const { map, environmentDependent } = interpolate(scalarMap(text, node), context.source.scope);
	const { uses } = extractDockerfileText(map, { file, outerText: text, builds: [{ dockerfile: file, ...link }], kindPrefix: 'compose-inline-' });
	for (const use of uses) {
		if (context.uses.some(known => known.span.start === use.span.start && known.kind === use.kind)) { continue; }
		context.uses.push(environmentDependent ? { ...use, environmentDependent } : use);
	}
}
