import type { PodSpecEntry } from '../../model/index.ts';
import { lineEndAt, lineStartAt } from '../../util/lineBounds.ts';
import { itemsOf, asMap, valueOf } from '../yaml/lookup.ts';
import { scalarValue } from '../yaml/fileScalar.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';

/** Reads what an edit needs of a pod spec in `text`. */
export function podSpecEntry(
	text: string,
	spec: YamlMap,
	path: readonly string[],
	object: { readonly kind: string; readonly name: string | undefined },
): PodSpecEntry {
	const secrets = valueOf(spec, 'imagePullSecrets');
	const insertion = secrets ? undefined : insertionIn(text, spec);
	const flowInsertion = secrets ? undefined : flowInsertionIn(text, spec);
	return {
		...object,
		path: path.join('.'),
		pullSecrets: itemsOf(secrets).map(item => scalarValue(valueOf(asMap(item), 'name')) ?? '').filter(name => name !== ''),
		serviceAccount: scalarValue(valueOf(spec, 'serviceAccountName')) ?? scalarValue(valueOf(spec, 'serviceAccount')),
		...(insertion && { insertion }),
		...(flowInsertion && { flowInsertion }),
	};
}

/** In front of `containers`, or of another key that has its line for itself. */
function insertionIn(text: string, spec: YamlMap): PodSpecEntry['insertion'] {
	if (spec.flow) { return undefined; }
	const keys = spec.pairs.map(pair => pair.key);
	const containers = keys.filter(key => key.value === 'containers');
	for (const { span } of [...containers, ...keys]) {
		const offset = lineStartAt(text, span.start);
		const indent = text.slice(offset, span.start);
		if (indent.trim() !== '') { continue; }
		return { offset, indent, eol: text[lineEndAt(text, offset) - 1] === '\r' ? '\r\n' : '\n' };
	}
	return undefined;
}

/** In front of `containers`, on a line of its own where that has one. */
function flowInsertionIn(text: string, spec: YamlMap): PodSpecEntry['flowInsertion'] {
	const key = spec.flow ? spec.pairs.find(pair => pair.key.value === 'containers')?.key.span : undefined;
	if (!key) { return undefined; }
	const before = text.slice(lineStartAt(text, key.start), key.start);
	const eol = text.slice(0, key.start).endsWith(`\r\n${before}`) ? '\r\n' : '\n';
	return { offset: key.start, quote: text[key.start] === '"' ? '"' : '', separator: before.trim() === '' ? `,${eol}${before}` : ', ' };
}
