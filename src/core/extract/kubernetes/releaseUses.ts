import type { ImageUse } from '../../model/index.ts';
import { helmUses } from '../helmValues/extractHelmValues.ts';
import { scalarValue } from '../yaml/fileScalar.ts';
import { valueOf } from '../yaml/lookup.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';
import { walkMaps } from './walkMaps.ts';

/** Where kinds that install a chart hold its values. */
const valuesKey: ReadonlyMap<string, string> = new Map([['HelmRelease', 'values'], ['Application', 'valuesObject'], ['ApplicationSet', 'valuesObject']]);

/**
 * Images of the values of a Flux HelmRelease or an Argo CD Application. They lie over the chart's own, which may have another
 * registry: a name counts when it says its own.
 */
export function releaseUses(text: string, object: YamlMap): readonly ImageUse[] {
	const key = valuesKey.get(scalarValue(valueOf(object, 'kind')) ?? '');
	if (key === undefined) { return []; }
	const values = walkMaps(valueOf(object, 'spec')).filter(({ path }) => path.at(-1) === key && !path.slice(0, -1).includes(key));
	return values
		.flatMap(({ map }) => helmUses(text, map))
		.filter(({ class: meaning, value }) => meaning === 'image' && /^[^/]*[.:][^/]*\/|^localhost\//.test(value ?? ''));
}
