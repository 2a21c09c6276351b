import type { YamlEntry } from '../../model/index.ts';
import { lineAfter, lineStartAt } from '../../util/lineBounds.ts';
import { asMap, findPair, itemsOf, resolved } from '../yaml/lookup.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';
import type { ComposeContext } from './composeContext.ts';
import type { Service } from './services.ts';
import { textOf } from './source.ts';
import type { Source } from './source.ts';

const serviceKeys = ['platform', 'pull_policy', 'ports', 'network_mode'];
const buildKeys = ['provenance', 'sbom', 'attest', 'output'];

/**
 * Entries of a service that checks ask for: `services.X.platform`, `.pull_policy`, `.ports` (a list of texts), `.network_mode`,
 * `.build.provenance`, `.build.sbom`. Values are texts as written after interpolation; a boolean is `"true"` or `"false"`.
 */
export function serviceEntries(context: ComposeContext, service: Service): void {
	for (const layer of service.layers) {
		const map = asMap(layer.node);
		if (layer.source.file !== context.file || !map) { continue; }
		addEntries(context, layer.source, map, serviceKeys, `services.${service.name}`);
		const build = asMap(findPair(map, 'build')?.value);
		if (build) { addEntries(context, layer.source, build, buildKeys, `services.${service.name}.build`); }
	}
}

function addEntries(context: ComposeContext, source: Source, map: YamlMap, keys: readonly string[], path: string): void {
	const { text } = context;
	for (const key of keys) {
		const pair = findPair(map, key);
		if (!pair) { continue; }
		const end = pair.value?.span.end ?? pair.key.span.end;
		const entry: YamlEntry = {
			path: `${path}.${key}`,
			value: valueFor(source, pair.value),
			keySpan: pair.key.span,
			...(pair.value && { valueSpan: pair.value.span }),
			// A block scalar ends behind its last line end.
			lineSpan: { start: lineStartAt(text, pair.key.span.start), end: lineAfter(text, end - 1) },
		};
		context.entries.push(entry);
	}
}

function valueFor(source: Source, node: YamlMap['pairs'][number]['value']): unknown {
	if (resolved(node)?.kind === 'seq') {
		return itemsOf(node).map(item => textOf({ node: item, source })?.value.text ?? '');
	}
	return node && textOf({ node, source })?.value.text;
}
