import type { ImageUse, PartSpans, Span, UseClass, UseKind } from '../../model/index.ts';
import { parseReference } from '../../reference/parseReference.ts';
import { partSpans } from '../../reference/partSpans.ts';
import { templateMark } from '../yaml/blankTemplates.ts';
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
const placeholder = /^\.+$|^[A-Z][A-Z0-9_-]*(?:[/:][A-Z][A-Z0-9_-]*)*$|[[\]*]|\.\.\.|…|\{\}|%\w+%|#\{|^@|@\w+@|\(=|\$/;

/** The reference that stands in part of a word; `undefined` where nothing stands. */
export function referenceUse(word: ShellWord, inner: Span, setting: UseSetting): ImageUse | undefined {
	const value = word.map.text.slice(inner.start, inner.end);
	if (value === '') { return undefined; }
	const open = openIn(word, inner);
	const span = insideQuotes(contentSpan(word, inner), setting.outerText);
	// Written in place: there may be one for every other word of a script.
	const use: { -readonly [name in keyof ImageUse]: ImageUse[name] } = {
		kind: setting.kind,
		class: 'variable',
		span,
		text: setting.outerText.slice(span.start, span.end),
		spans: noSpans,
		variables: word.variables,
		alternatives: none,
		platforms: setting.platforms ?? none,
	};
	if (setting.owner) { use.owner = setting.owner; }
	if (setting.command !== undefined) { use.command = setting.command; }
	if (word.environmentDependent) { use.environmentDependent = true; }
	const parts = partSpans(value);
	if (open.length > 0) {
		const tag = parts.tag && literalSpan(word, inner, parts.tag);
		if (tag) { use.spans = { tag }; }
		return use;
	}
	if (placeholder.test(value) || value.includes(templateMark)) { return use; }
	const parsed = parseReference(value);
	use.value = value;
	use.spans = literalSpans(word, inner, parts);
	if (parsed.ok) {
		use.class = setting.class;
		use.reference = parsed.reference;
		return use;
	}
	use.class = 'invalid';
	use.error = parsed.error;
	const errorSpan = literalSpan(word, inner, { start: parsed.error.start, end: parsed.error.end });
	if (errorSpan) { use.errorSpan = errorSpan; }
	return use;
}

/** In a Makefile one pair of single quotes may be several to the shell: `'a:$(TAG)'`. */
function insideQuotes(span: Span, text: string): Span {
	const { start, end } = span;
	return text[start] === '\'' && end - start > 2 && text.indexOf('\'', start + 1) === end - 1 ? { start: start + 1, end: end - 1 } : span;
}

const none: readonly never[] = [];
const noSpans: PartSpans = {};

const partNames = ['domain', 'path', 'tag', 'digest'] as const;

function literalSpans(word: ShellWord, inner: Span, parts: PartSpans): PartSpans {
	const spans: { -readonly [name in keyof PartSpans]: Span } = {};
	for (const name of partNames) {
		const part = parts[name];
		const outer = part && literalSpan(word, inner, part);
		if (outer) { spans[name] = outer; }
	}
	return spans;
}

/** Where a part stands in the file, when it is literally there. */
function literalSpan(word: ShellWord, inner: Span, part: Span): Span | undefined {
	const span = { start: inner.start + part.start, end: inner.start + part.end };
	if (word.openSpans.length > 0 && word.openSpans.some(({ start, end }) => start < span.end && end > span.start)) { return undefined; }
	return word.map.verbatim(span) ? word.map.outerSpan(span) : undefined;
}
