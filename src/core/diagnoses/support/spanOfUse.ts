import type { FileFacts, Finding, ImageUse, Span } from '../../model/index.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { spanOfPart } from './variableExpression.ts';

/** The repository as written (domain and path), else the whole text. */
export function repositorySpan(use: ImageUse): Span {
	const { spans, span } = use;
	if (spans.path) { return { start: (spans.domain ?? spans.path).start, end: spans.path.end }; }
	const { domain, path } = partSpans(use.value ?? '');
	return spanOfPart(use, path && { start: (domain ?? path).start, end: path.end }) ?? span;
}

/** The registry host as written, else the whole text. */
export function hostSpan(use: ImageUse): Span {
	return use.spans.domain ?? spanOfPart(use, partSpans(use.value ?? '').domain) ?? use.span;
}

/** The digest as written, else the whole text. */
export function digestSpan(use: ImageUse): Span {
	return use.spans.digest ?? spanOfPart(use, partSpans(use.value ?? '').digest) ?? use.span;
}

/** Where the values of a use's variables stand, as related places. */
export function variablePlaces(use: ImageUse): Finding['related'] {
	return use.variables.flatMap(({ name, value, source }) => source && value !== undefined
		? [{ ...source, message: { text: '{variable} is "{value}" here', args: { variable: name, value } } }]
		: []);
}

/** Text of a span. */
export function textOf(facts: Pick<FileFacts, 'text'>, span: Span): string {
	return facts.text.slice(span.start, span.end);
}
