import type { VariableUse } from '../../model/index.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import { appendMapped } from '../appendMapped.ts';
import { asMap, itemsOf, valueOf } from '../yaml/lookup.ts';
import { fileScalar, scalarValue } from '../yaml/fileScalar.ts';
import type { FileScalar } from '../yaml/fileScalar.ts';
import { walkMaps } from './walkMaps.ts';
import type { YamlMap } from '../yaml/yamlNode.ts';

/** Parameters of an OpenShift `Template` by name; one without value has none. */
export type Parameters = ReadonlyMap<string, VariableUse>;

/** Reads `parameters:` of a template. */
export function parametersOf(file: string, text: string, template: YamlMap): Parameters {
	return new Map(itemsOf(valueOf(template, 'parameters')).flatMap((item): [string, VariableUse][] => {
		const map = asMap(item);
		const name = scalarValue(valueOf(map, 'name'));
		if (name === undefined) { return []; }
		const value = fileScalar(text, valueOf(map, 'value'));
		return [[name, { name, origin: 'default', ...(value && { value: value.value.text, source: { file, span: value.span } }) }]];
	}));
}

/** What `$(params.NAME)` is in Tekton when nobody gives another value; where two tasks of a file differ, nobody knows. */
export function stepParameters(file: string, text: string, object: YamlMap): Parameters {
	const found = new Map<string, VariableUse>();
	for (const { map, path } of walkMaps(object)) {
		// What a pipeline hands to a task, or anybody to a resolver, is not what the own parameters are.
		if (path.at(-1) === 'tasks' || path.at(-1) === 'finally' || valueOf(map, 'resolver')) { continue; }
		for (const item of itemsOf(valueOf(map, 'params'))) {
			const param = asMap(item);
			const name = scalarValue(valueOf(param, 'name'));
			const value = fileScalar(text, valueOf(param, 'value') ?? valueOf(param, 'default'));
			if (name === undefined) { continue; }
			const key = `params.${name}`;
			const known = found.get(key);
			if (!value || value.value.text.includes('$(') || (known && known.value !== value.value.text)) { found.set(key, { name: key }); continue; }
			found.set(key, { name: key, origin: 'default', value: value.value.text, source: { file, span: value.span } });
		}
	}
	return found;
}

/** A text after parameters; `open` when something in it is filled in by another tool (`$(VAR)`, `${VAR}`, `<name>`). */
export interface Filled extends FileScalar {
	readonly open: boolean;
	readonly variables: readonly VariableUse[];
}

/** Replaces `${NAME}` and `${{NAME}}` by the template's parameters, `$(params.NAME)` by those of Tekton. */
export function fillParameters(scalar: FileScalar, parameters: Parameters): Filled {
	const { text } = scalar.value;
	if (!/[$<]/.test(text)) { return { ...scalar, open: false, variables: [] }; }
	const variables: VariableUse[] = [];
	const builder = new TextMapBuilder();
	let open = false;
	let literal = 0;
	for (const match of text.matchAll(/\$\{\{(\w+)\}\}|\$\{(\w+)\}|\$\((params\.[\w-]+)\)/g)) {
		const name = (match[1] ?? match[2] ?? match[3])!;
		const end = match.index + match[0].length;
		const known = parameters.get(name) ?? { name };
		variables.push(known);
		appendMapped(builder, scalar.value, literal, match.index);
		const outer = scalar.value.outerSpan({ start: match.index, end });
		builder.replaced(known.value ?? match[0], outer.start, outer.end);
		open ||= known.value === undefined;
		literal = end;
	}
	appendMapped(builder, scalar.value, literal, text.length);
	const value = builder.build();
	return { value, span: scalar.span, variables, open: open || /[$<]/.test(value.text) };
}
