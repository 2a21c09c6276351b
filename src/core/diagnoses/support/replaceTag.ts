import type { Edit, FileFacts, ImageUse, Span, VariableUse } from '../../model/index.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { editPiece } from './editPiece.ts';
import { piecesOf, spanOfPart } from './variableExpression.ts';
import { variableSource } from './variableSource.ts';

/** Where the tag of a use is written: the span to underline, and how to change it. */
export interface WrittenTag {
	readonly at: Span;
	/** `undefined` for a tag that needs more than one token changed; absent where no tag can be written. */
	edit?(tag: string): Edit | undefined;
}

/**
 * The tag of a use as it is written: literally, or by variables (`ARG TAG=3.8.5`, `ARG BASE=alpine:3.99`, `${VERSION}-alpine`), of which an
 * edit changes the one value or piece that differs. Without a written tag the name's end is where one is added.
 */
export function writtenTag(use: ImageUse, workspace: readonly FileFacts[]): WrittenTag {
	const { tag: tagSpan, path } = use.spans;
	if (tagSpan) { return { at: tagSpan, edit: tag => ({ span: tagSpan, newText: tag }) }; }
	const tag = use.reference?.tag;
	if (tag === undefined) {
		if (!path || use.variables.length > 0 || use.reference?.digest) { return { at: use.span }; }
		return { at: use.span, edit: added => ({ span: { start: path.end, end: path.end }, newText: `:${added}` }) };
	}
	const inValue = partSpans(use.value ?? '').tag;
	const at = spanOfPart(use, inValue) ?? use.span;
	const variable = variableOf(use, tag);
	const source = variableSource(variable, workspace) ?? (variable && defaultSpan(use, variable));
	if (source) { return { at, edit: changed => ({ ...source, newText: changed }) }; }
	return inValue && piecesOf(use) ? { at, edit: changed => editPiece(use, inValue, changed, workspace) } : { at };
}

/** The variable that alone makes up the tag: `name:${TAG}`, `name:$(TAG)` in a Makefile. */
function variableOf(use: ImageUse, tag: string): VariableUse | undefined {
	const name = /:\$(?:\{(?<braced>\w+)(?::?-[^{}]*)?\}|\((?<made>\w+)\)|(?<bare>\w+))(?:@[^:]*)?["']?$/.exec(use.text)?.groups;
	return use.variables.find(variable => variable.name === (name?.['braced'] ?? name?.['made'] ?? name?.['bare']) && variable.value === tag);
}

/** Where the default of the variable stands in the text, when it is what counts: `name:${TAG:-1.2}`. */
function defaultSpan({ text, span }: ImageUse, { name, value, origin }: VariableUse): Omit<Edit, 'newText'> | undefined {
	const at = origin === 'default' && value !== undefined ? new RegExp(`\\$\\{${name}:?[-=]`).exec(text) : undefined;
	if (!at || value === undefined) { return undefined; }
	const start = at.index + at[0].length;
	return text.startsWith(`${value}}`, start) ? { span: { start: span.start + start, end: span.start + start + value.length } } : undefined;
}
