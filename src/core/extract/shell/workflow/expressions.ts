import type { YamlMap } from '../../yaml/yamlNode.ts';
import { asMap, pairsOf, valueOf } from '../../yaml/lookup.ts';
import { scalarOf } from '../hosts/hostReader.ts';
import type { HostVariables } from '../hosts/hostReader.ts';
import { templateName } from '../shellSource.ts';
import type { Fork, ShellVariable } from '../shellScope.ts';
import type { VariableSyntax } from '../textWord.ts';
import { evaluateExpression } from './evaluateExpression.ts';

/** What names in expressions stand for: `env.TAG`, `matrix.version`, `inputs.image`. */
export type ExpressionValues = ReadonlyMap<string, ShellVariable | 'unknown'>;

/** `${{ … }}` is filled in by the runner; only what the file itself says is known before. */
export function expressionSyntax(values: ExpressionValues, forks: Map<string, Fork>): VariableSyntax {
	const known = withExpressions(values, forks);
	return { pattern: /\$\{\{[^]*?\}\}/g, read: match => ({ name: templateName(match[0]) }), value: name => known.get(name) };
}

/** The values by name, and those of whole expressions as written; `forks` holds the conditions of the file. */
export function withExpressions(values: ExpressionValues, forks: Map<string, Fork>): { get(name: string): ShellVariable | 'unknown' | undefined } {
	const get = (name: string): ShellVariable | 'unknown' | undefined => values.get(name);
	return { get: name => values.get(name) ?? (name.startsWith('${{') ? evaluateExpression(name, get, forks) : undefined) };
}

/** Values with those of the names in expressions that are known put in; the rest stays as written. */
export function fillExpressions(text: string, values: ExpressionValues): string {
	return text.replace(/\$\{\{[^]*?\}\}/g, piece => {
		const found = values.get(templateName(piece));
		return found && found !== 'unknown' && found.open.length === 0 ? found.value : piece;
	});
}

/** The same variables, each of `names` also as expressions call it, `env.NAME`. */
export function asExpressions(variables: HostVariables, names: Iterable<string>): HostVariables {
	const values = new Map(variables.values);
	for (const name of names) {
		const value = values.get(name);
		if (value) { values.set(`env.${name}`, value); }
	}
	return { ...variables, values };
}

/** The defaults of a workflow's or an action's inputs; where two triggers differ, nobody knows. */
export function inputDefaults(file: string, root: YamlMap | undefined): ExpressionValues {
	const found = new Map<string, ShellVariable | 'unknown'>();
	const triggers = asMap(valueOf(root, 'on'));
	for (const inputs of [valueOf(root, 'inputs'), ...['workflow_call', 'workflow_dispatch'].map(name => valueOf(asMap(valueOf(triggers, name)), 'inputs'))]) {
		for (const { key, value } of pairsOf(asMap(inputs))) {
			const scalar = scalarOf(valueOf(asMap(value), 'default'));
			if (!scalar || scalar.value === '' || scalar.value.includes('${{')) { continue; }
			const name = `inputs.${key.value}`;
			const before = found.get(name);
			const same = before === undefined || (before !== 'unknown' && before.value === scalar.value);
			found.set(name, same ? { value: scalar.value, open: [], source: { file, span: scalar.span }, environmentDependent: true } : 'unknown');
		}
	}
	return found;
}

/** The variables that a step may set for the steps behind it by `>> $GITHUB_ENV`. */
export function setForLater(script: string): readonly string[] {
	if (!script.includes('GITHUB_ENV')) { return []; }
	return [...script.matchAll(/([A-Za-z_]\w*)(?:=|<<)/g)].map(match => match[1]!);
}
