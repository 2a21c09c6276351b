import type { Edit, FileFacts, ImageUse, Span, VariableUse } from '../../model/index.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { partInVariable } from './partInVariable.ts';
import { spanOfPart } from './variableExpression.ts';
import { variableSource } from './variableSource.ts';

/** Where the tag of a use is written: the span to underline, and how to change it. */
export interface WrittenTag {
	readonly at: Span;
	/** Absent where the tag cannot be changed by editing one token. */
	edit?(tag: string): Edit;
	/** The place of the value when it is not at the use. */
	readonly variable?: VariableUse;
}

/**
 * The tag of a use as it is written: literally, or as the value of exactly one variable (`ARG TAG=3.8.5`), whose value is
 * then what an edit changes, or a part of it
 * (`ARG BASE=alpine:3.99`). Without a written tag the name's end is where one is added.
 */
export function writtenTag(use: ImageUse, workspace: readonly FileFacts[]): WrittenTag {
	const { tag: tagSpan, path } = use.spans;
	if (tagSpan) { return { at: tagSpan, edit: tag => ({ span: tagSpan, newText: tag }) }; }
	const tag = use.reference?.tag;
	if (tag === undefined) {
		if (!path || use.variables.length > 0 || use.reference?.digest) { return { at: use.span }; }
		return { at: use.span, edit: added => ({ span: { start: path.end, end: path.end }, newText: `:${added}` }) };
	}
	const variable = variableOf(use, tag);
	const inValue = partSpans(use.value ?? '').tag;
	const at = spanOfPart(use, inValue) ?? use.span;
	const part = variable ? undefined : partInVariable(use, inValue, workspace);
	if (part) { return { at, ...part }; }
	const source = variableSource(variable, workspace);
	const fallback = variable && !source ? defaultSpan(use, variable) : undefined;
	if (variable && fallback) { return { at, variable, edit: changed => ({ span: fallback, newText: changed }) }; }
	if (!variable || !source) { return variable ? { at, variable } : { at }; }
	return { at, variable, edit: changed => ({ file: source.file, span: source.span, newText: changed }) };
}

/** The variable that alone makes up the tag: `name:${TAG}`, `name:$(TAG)` in a Makefile. */
function variableOf(use: ImageUse, tag: string): VariableUse | undefined {
	const name = /:\$(?:\{(?<braced>\w+)(?::?-[^{}]*)?\}|\((?<made>\w+)\)|(?<bare>\w+))(?:@[^:]*)?["']?$/.exec(use.text)?.groups;
	return use.variables.find(variable => variable.name === (name?.['braced'] ?? name?.['made'] ?? name?.['bare']) && variable.value === tag);
}

/** Where the default of the variable stands in the text, when it is what counts: `name:${TAG:-1.2}`. */
function defaultSpan({ text, span }: ImageUse, { name, value, origin }: VariableUse): Span | undefined {
	const at = origin === 'default' && value !== undefined ? new RegExp(`\\$\\{${name}:?[-=]`).exec(text) : undefined;
	if (!at || value === undefined) { return undefined; }
	const start = at.index + at[0].length;
	return text.startsWith(`${value}}`, start) ? { start: span.start + start, end: span.start + start + value.length } : undefined;
}
