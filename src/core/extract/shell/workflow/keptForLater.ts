import type { HostVariables } from '../hosts/hostReader.ts';
import type { ShellScope, ShellVariable } from '../shellScope.ts';

/**
 * What a step's script sets for the steps behind it, `>> "$GITHUB_ENV"` as variables and `>> "$GITHUB_OUTPUT"` as outputs of the step
 * named `id`.
 */
export function keptForLater(scope: ShellScope, id: string | undefined): HostVariables {
	const values = new Map<string, ShellVariable | 'unknown'>();
	const environment: HostVariables['environment'][number][] = [];
	if (id !== undefined) { for (const [name, value] of scope.later('GITHUB_OUTPUT')) { values.set(`steps.${id}.outputs.${name}`, value); } }
	for (const [name, value] of scope.later('GITHUB_ENV')) {
		const named = value !== 'unknown' && value.choices ? { ...value, open: [name] } : value;
		values.set(name, named);
		values.set(`env.${name}`, named);
		if (value !== 'unknown' && value.open.length === 0 && value.source) {
			environment.push({ name, value: { span: value.source.span, text: value.value, value: value.value, open: [] }, scope: 'script' });
		}
	}
	return { values, environment };
}
