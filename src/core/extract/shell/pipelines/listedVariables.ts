import type { YamlNode } from '../../yaml/yamlNode.ts';
import { itemsOf, resolved } from '../../yaml/lookup.ts';
import { scalarOf } from '../hosts/hostReader.ts';
import type { HostReader, HostVariables } from '../hosts/hostReader.ts';
import type { ShellVariable } from '../shellScope.ts';
import { dollarSyntax } from '../textWord.ts';
import type { VariableSyntax } from '../textWord.ts';

/** `$NAME` and `${NAME}` with the values of a pipeline. */
export function dollars(values: HostVariables['values']): VariableSyntax {
	return dollarSyntax(name => values.get(name));
}

/** Variables as a map, or as a list of `NAME=value`. */
export function pipelineVariables(reader: HostReader, node: YamlNode | undefined, outer: HostVariables): HostVariables {
	const found = resolved(node);
	if (found?.kind === 'map') { return reader.variables(found, outer, dollars); }
	const values = new Map<string, ShellVariable | 'unknown'>(outer.values);
	const environment = [...outer.environment];
	for (const item of found?.kind === 'scalar' ? [found] : itemsOf(found)) {
		const scalar = scalarOf(item);
		for (const match of scalar?.value.matchAll(/(?:^|\s)([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g) ?? []) {
			const value = match[2]!.replace(/^(["'])(.*)\1$/s, '$2');
			const open = value.includes('$') ? [match[1]!] : [];
			values.set(match[1]!, { value, open, source: { file: reader.file, span: scalar!.span } });
			environment.push({
				name: match[1]!,
				value: { span: scalar!.span, text: reader.text.slice(scalar!.span.start, scalar!.span.end), value, open },
				scope: 'script',
			});
		}
	}
	return { values, environment };
}
