import { t } from '../l10n.ts';
import { bold, code, foreign } from './markdown.ts';
import { openVariable } from './openVariable.ts';
import { placeLink } from './placeLink.ts';
import type { UseView } from './useView.ts';

/** What a resolved reference took from variables: `(TAG=1.25 from line 1)`; empty without one. */
export function variablesNote(view: UseView): string {
	const named = view.use.variables.filter(({ value }) => value !== undefined).slice(0, 2)
		.map(variable =>
			`${code(`${variable.name}=${variable.value}`)}${variable.source ? ` ${t('from {place}', { place: placeLink(view, variable.source) })}` : ''}`);
	return named.length > 0 ? ` (${named.join(', ')})` : '';
}

/** A reference that has no value: which variable, and where it is declared. */
export function openVariableLines(view: UseView): readonly (string | undefined)[] {
	const open = openVariable(view.use);
	if (!open) { return []; }
	const isArgument = view.facts.dockerfile?.args.some(({ name }) => name === open.name);
	const place = open.source && placeLink(view, open.source);
	return [
		`$(symbol-variable) ${t('{name} not checked: {variable} has no value', { name: bold(view.use.text), variable: foreign(open.name) })}`,
		place && (isArgument
			? t('ARG {variable}, {place}, has no default and no build argument sets it', { variable: foreign(open.name), place })
			: t('{variable}, {place}, has no default, and nothing here sets it', { variable: code(open.name), place })),
	];
}
