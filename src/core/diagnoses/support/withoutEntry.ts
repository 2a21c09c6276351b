import type { Edit, Span } from '../../model/index.ts';
import { lineStartAt } from '../../util/lineBounds.ts';

/**
 * Takes an entry out of a written list: between commas with one of them, or with its whole line where it stands alone there
 * (with a dash of YAML or not). `undefined` where it is not clear what else belongs to it.
 */
export function withoutEntry(text: string, entry: Span): Edit | undefined {
	const quote = text.charAt(entry.start - 1);
	const quoted = /["']/.test(quote) && text.charAt(entry.end) === quote && isEntryQuote(text, entry);
	const start = quoted ? entry.start - 1 : entry.start;
	const end = quoted ? entry.end + 1 : entry.end;
	const before = /,[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start));
	if (before) { return { span: { start: start - before[0].length, end }, newText: '' }; }
	const after = /^[ \t]*,[ \t]*/.exec(text.slice(end, end + 200));
	if (after && !/^[ \t]*\r?\n/.test(text.slice(end + after[0].length))) { return { span: { start, end: end + after[0].length }, newText: '' }; }
	const lineStart = lineStartAt(text, start);
	const rest = /^[ \t]*,?[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 400));
	return rest && /^[ \t]*(?:-[ \t]+)?$/.test(text.slice(lineStart, start))
		? { span: { start: lineStart, end: end + rest[0].length }, newText: '' }
		: undefined;
}

/** Quotes around one entry, not around a whole list of which it is the only thing left. */
function isEntryQuote(text: string, { start, end }: Span): boolean {
	return /[-,[][ \t\r\n]*$/.test(text.slice(Math.max(0, start - 201), start - 1))
		|| /^[ \t]*[,\]]/.test(text.slice(end + 1, end + 200))
		|| /^[ \t]*$/.test(text.slice(lineStartAt(text, start), start - 1));
}
