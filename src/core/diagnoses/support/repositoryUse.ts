import type { ImageUse, PartSpans, Span } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { withGaps } from './capitalsInOpenName.ts';
import { isWritten } from './isWritten.ts';
import { piecesOf, spanOfPart } from './variableExpression.ts';

/**
 * A use of which only the tag or digest is open (`localhost:5000/app:$TAG`) as the use of its repository, with nothing behind it: class,
 * value, reference, error and spans are those of the name in front. Any other use as it is.
 */
export function repositoryUse(use: ImageUse): ImageUse {
	if (use.reference || !named.has(use.class)) { return use; }
	const whole = use.value ?? piecesOf(use)?.map(({ value }) => value).join('') ?? '';
	const name = /^([^\u0000]*\/)?[^/:@\u0000]+(?=[:@])/.exec(withGaps(whole).replace(/[:@]$/, '$&\u0000'))?.[0];
	const rest = whole.slice(name?.length);
	const span = name === undefined ? undefined : spanOfPart(use, { start: 0, end: name.length });
	if (name === undefined || !span || (rest.length > 1 ? !withGaps(rest).includes('\u0000') : use.variables.length === 0)) { return use; }
	const { error: _, errorSpan: __, ...others } = use;
	const parsed = parseReference(name);
	const text = use.text.slice(span.start - use.span.start, span.end - use.span.start);
	const placed = (part: Span): Span => ({ start: span.start + part.start, end: span.start + part.end });
	const isLiteral = text === name;
	if (!parsed.ok) {
		return { ...others, class: 'invalid', value: name, text, span, spans: {}, error: parsed.error, ...(isLiteral && { errorSpan: placed(parsed.error) }) };
	}
	const { domain, path } = partSpans(name);
	const spans: PartSpans = isLiteral ? { ...(domain && { domain: placed(domain) }), ...(path && { path: placed(path) }) } : {};
	return { ...others, class: isWritten(use) ? 'build-output' : 'image', value: name, text, span, spans, reference: parsed.reference };
}

const named: ReadonlySet<ImageUse['class']> = new Set(['variable', 'invalid', 'image', 'build-output']);
