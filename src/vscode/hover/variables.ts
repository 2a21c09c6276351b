import { t } from '../l10n.ts';
import { bold, code, commandLink, foreign } from './markdown.ts';
import type { PlaceTarget } from '../useTarget.ts';
import { lineIndex } from '../../core/util/lineIndex.ts';
import type { UseView } from './useView.ts';

/** What a resolved reference took from variables: `(TAG=1.25 from line 1)`; empty without one. */
export function variablesNote(view: UseView): string {
	const named = view.use.variables.filter(({ value }) => value !== undefined).slice(0, 2)
		.map(variable => `${code(`${variable.name}=${variable.value}`)}${variable.source ? ` ${t('from {place}', { place: placeLink(view, variable.source) })}` : ''}`);
	return named.length > 0 ? ` (${named.join(', ')})` : '';
}

/** A reference that has no value: which variable, and where it is declared. */
export function openVariableLines(view: UseView): readonly (string | undefined)[] {
	const open = view.use.variables.find(({ value }) => value === undefined);
	if (!open) { return []; }
	const name = foreign(open.name);
	return [
		`$(symbol-variable) ${t('{name} not checked: {variable} has no value', { name: bold(view.use.text), variable: name })}`,
		open.source && t('{variable}, {place}, has no default, and nothing here sets it', { variable: code(open.name), place: placeLink(view, open.source) }),
	];
}

function placeLink({ facts }: UseView, place: { readonly file: string; readonly span: { readonly start: number; readonly end: number } }): string {
	const target: PlaceTarget = { file: place.file, start: place.span.start, end: place.span.end };
	const label = place.file === facts.file
		? t('line {line}', { line: lineIndex(facts.text).positionAt(place.span.start).line + 1 })
		: foreign(place.file.slice(place.file.lastIndexOf('/') + 1));
	return commandLink(label, 'goTo', target);
}
