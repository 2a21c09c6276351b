import type { Span } from '../../model/index.ts';
import type { TextMap } from '../../util/textMap.ts';
import { subMap } from '../subMap.ts';
import { resolved } from './lookup.ts';
import { scalarMap } from './scalarMap.ts';
import type { YamlNode } from './yamlNode.ts';

/** A scalar's value led back to the file, without quotes and the blanks around it. */
export interface FileScalar {
	readonly value: TextMap;
	readonly span: Span;
}

/** The text of a scalar; `undefined` for maps, lists and nothing, and for an empty text. */
export function fileScalar(text: string, node: YamlNode | undefined): FileScalar | undefined {
	const scalar = resolved(node);
	if (scalar?.kind !== 'scalar') { return undefined; }
	const map = scalarMap(text, scalar);
	const end = map.text.trimEnd().length;
	const start = map.text.length - map.text.trimStart().length;
	if (end <= start) { return undefined; }
	const value = start === 0 && end === map.text.length ? map : subMap(map, start, end);
	return { value, span: map.outerSpan({ start, end }) };
}

/** The value of a scalar as text; `undefined` for anything else. */
export function scalarValue(node: YamlNode | undefined): string | undefined {
	const scalar = resolved(node);
	return scalar?.kind === 'scalar' ? scalar.value : undefined;
}
