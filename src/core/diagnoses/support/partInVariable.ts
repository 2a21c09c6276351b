import type { Edit, FileFacts, ImageUse, Span, VariableUse } from '../../model/index.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { placeInText } from './placeInText.ts';
import { type Piece, piecesOf } from './variableExpression.ts';
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
		const place = placeOfPart(use, expression, value, { start, end: start + part.end - part.start }, workspace);
		if (place) { return { variable: expression.variable, edit: newText => ({ ...place, newText }) }; }
	}
	return undefined;
}

/** Where a part of a variable's value stands (offsets in that). */
export function placeOfPart(
	use: ImageUse,
	{ variable, match }: NonNullable<Piece['expression']>,
	value: string,
	part: Span,
	workspace: readonly FileFacts[],
): Omit<Edit, 'newText'> | undefined {
	const place = placeOfValue(use, variable, match, workspace);
	if (place) { return { ...place, span: { start: place.span.start + part.start, end: place.span.start + part.end } }; }
	const { source } = variable;
	const text = source && workspace.find(({ file }) => file === source.file)?.text;
	return text === undefined ? undefined : placeInText(text, source!, value, part);
}

function placeOfValue({ span }: ImageUse, variable: VariableUse, match: RegExpExecArray, workspace: readonly FileFacts[]): Omit<Edit, 'newText'> | undefined {
	const { operator, fallback } = match.groups ?? {};
	if (variable.origin !== 'default' || operator === undefined) { return variableSource(variable, workspace); }
	if (fallback === undefined || fallback !== (variable.value ?? fallback)) { return undefined; }
	const start = span.start + match.index + match[0].length - 1 - fallback.length;
	return { span: { start, end: start + fallback.length } };
}

/** Writes another registry, tag or digest: in the name itself, or in the value of the one variable that holds the part. */
export function editPart(use: ImageUse, part: 'domain' | 'tag' | 'digest', newText: string, workspace: readonly FileFacts[]): Edit | undefined {
	const span = use.spans[part];
	return span ? { span, newText } : partInVariable(use, partSpans(use.value ?? '')[part], workspace)?.edit(newText);
}
