import type { Edit, FileFacts, ImageUse, Span, VariableUse } from '../../model/index.ts';
import { variableExpression, variableName } from './variableExpression.ts';
import { variableSource } from './variableSource.ts';

/** A part of a name that a variable's value holds. */
export interface PartInVariable {
	readonly variable: VariableUse;
	/** Writes another text in place of the part, where the value stands. */
	edit(newText: string): Edit;
}

/**
 * The variable whose literal value holds all of a part of the use's value (offsets in that): the tag of `FROM $BASE`
 * stands in `ARG BASE=alpine:3.22`.
 */
export function partInVariable(use: ImageUse, part: Span | undefined, workspace: readonly FileFacts[]): PartInVariable | undefined {
	if (!part || use.value === undefined || use.variables.length === 0) { return undefined; }
	let rebuilt = '';
	let end = 0;
	let found: PartInVariable | undefined;
	for (const match of use.text.matchAll(variableExpression)) {
		const name = variableName(match);
		const variable = use.variables.find(one => one.name === name);
		if (variable?.value === undefined) { return undefined; }
		rebuilt += use.text.slice(end, match.index);
		const start = part.start - rebuilt.length;
		const place = start >= 0 && part.end <= rebuilt.length + variable.value.length ? placeOfValue(use, variable, match, workspace) : undefined;
		if (place) {
			const at = { start: place.span.start + start, end: place.span.start + start + part.end - part.start };
			found = { variable, edit: newText => ({ ...place, span: at, newText }) };
		}
		rebuilt += variable.value;
		end = match.index + match[0].length;
	}
	// Another operator than a default, or quotes, made another value of it.
	return rebuilt + use.text.slice(end) === use.value ? found : undefined;
}

function placeOfValue({ span }: ImageUse, variable: VariableUse, match: RegExpExecArray, workspace: readonly FileFacts[]): Omit<Edit, 'newText'> | undefined {
	if (variable.origin !== 'default') { return variableSource(variable, workspace); }
	const fallback = match.groups?.['operator'] === undefined ? undefined : match.groups['fallback'];
	if (fallback === undefined || fallback !== variable.value) { return undefined; }
	const start = span.start + match.index + match[0].length - 1 - fallback.length;
	return { span: { start, end: start + fallback.length } };
}
