import type { ImageUse, PartSpans, Span, UseClass, UseKind } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { contentSpan, openIn } from './shellWord.ts';
import type { ShellWord } from './shellWord.ts';

/** What a reference in a command is, before its text is looked at. */
export interface UseSetting {
	readonly kind: UseKind;
	/** The class when the text is a reference. */
	readonly class: UseClass;
	readonly outerText: string;
	readonly owner?: ImageUse['owner'];
	readonly command?: number;
	readonly platforms?: readonly string[];
}

/** Text that a reader is to replace: `IMAGE`, `[OPTIONS]`, `%TAG%`, `@version@`, `…`. */
const placeholder = /^[A-Z][A-Z0-9_-]*(?:[/:][A-Z][A-Z0-9_-]*)*$|[[\]*]|\.\.\.|…|\{\}|%\w+%|#\{|^@|@\w+@|\$/;

/** The reference that stands in part of a word; `undefined` where nothing stands. */
export function referenceUse(word: ShellWord, inner: Span, setting: UseSetting): ImageUse | undefined {
	const value = word.map.text.slice(inner.start, inner.end);
	if (value === '') { return undefined; }
	const open = openIn(word, inner);
	const span = contentSpan(word, inner);
	const base = {
		kind: setting.kind,
		span,
		text: setting.outerText.slice(span.start, span.end),
		variables: word.variables,
		alternatives: [],
		platforms: setting.platforms ?? [],
		...(setting.owner && { owner: setting.owner }),
		...(setting.command !== undefined && { command: setting.command }),
		...(word.environmentDependent && { environmentDependent: true }),
	};
	const parts = partSpans(value);
	if (open.length > 0) {
		const tag = parts.tag && literalSpan(word, inner, parts.tag);
		return { ...base, class: 'variable', spans: tag ? { tag } : {} };
	}
	if (placeholder.test(value)) { return { ...base, class: 'variable', spans: {} }; }
	const parsed = parseReference(value);
	const spans: PartSpans = Object.fromEntries(Object.entries(parts).flatMap(([name, part]) => {
		const outer = literalSpan(word, inner, part as Span);
		return outer ? [[name, outer]] : [];
	}));
	if (parsed.ok) { return { ...base, class: setting.class, value, reference: parsed.reference, spans }; }
	const errorSpan = literalSpan(word, inner, { start: parsed.error.start, end: parsed.error.end });
	return { ...base, class: 'invalid', value, error: parsed.error, ...(errorSpan && { errorSpan }), spans };
}

/** Where a part stands in the file, when it is literally there. */
function literalSpan(word: ShellWord, inner: Span, part: Span): Span | undefined {
	const span = { start: inner.start + part.start, end: inner.start + part.end };
	if (word.openSpans.some(({ start, end }) => start < span.end && end > span.start)) { return undefined; }
	return word.map.verbatim(span) ? word.map.outerSpan(span) : undefined;
}
