import type { BuildLink, ImageUse } from '../../model/index.ts';
import type { ComposeContext } from './composeContext.ts';
import { resolved } from '../yaml/lookup.ts';
import { scalarMap } from '../yaml/scalarMap.ts';
import { interpolate } from './interpolate.ts';
import type { Layer } from './source.ts';

/** Placeholder until the Dockerfile extraction is there. */
export function addInlineDockerfile(context: ComposeContext, layer: Layer, owner: NonNullable<ImageUse['owner']>, link: Omit<BuildLink, 'dockerfile'>): void {
	const node = resolved(layer.node);
	if (node?.kind !== 'scalar' || layer.source !== context.source) { return; }
	interpolate(scalarMap(layer.source.text, node), layer.source.scope);
	void owner; void link;
}
