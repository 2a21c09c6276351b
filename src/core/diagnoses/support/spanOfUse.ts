import type { FileFacts, Finding, ImageUse, Span } from '../../model/index.ts';

/** The repository as written (domain and path), else the whole text. */
export function repositorySpan({ spans, span }: ImageUse): Span {
	return spans.path ? { start: (spans.domain ?? spans.path).start, end: spans.path.end } : span;
}

/** The registry host as written, else the whole text. */
export function hostSpan({ spans, span }: ImageUse): Span {
	return spans.domain ?? span;
}

/** The digest as written, else the whole text. */
export function digestSpan({ spans, span }: ImageUse): Span {
	return spans.digest ?? span;
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
