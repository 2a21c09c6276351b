import type { Edit, FileFacts, ImageUse, Span, VariableUse } from '../../model/index.ts';
import { piecesOf } from './variableExpression.ts';
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
	if (!part) { return undefined; }
	for (const { at, value, expression } of piecesOf(use)?.toReversed() ?? []) {
		const start = part.start - at;
		if (!expression || start < 0 || part.end > at + value.length) { continue; }
		const place = placeOfValue(use, expression.variable, expression.match, workspace);
		if (!place) { continue; }
		const span = { start: place.span.start + start, end: place.span.start + start + part.end - part.start };
		return { variable: expression.variable, edit: newText => ({ ...place, span, newText }) };
	}
	return undefined;
}

function placeOfValue({ span }: ImageUse, variable: VariableUse, match: RegExpExecArray, workspace: readonly FileFacts[]): Omit<Edit, 'newText'> | undefined {
	if (variable.origin !== 'default') { return variableSource(variable, workspace); }
	const fallback = match.groups?.['operator'] === undefined ? undefined : match.groups['fallback'];
	if (fallback === undefined || fallback !== variable.value) { return undefined; }
	const start = span.start + match.index + match[0].length - 1 - fallback.length;
	return { span: { start, end: start + fallback.length } };
}
