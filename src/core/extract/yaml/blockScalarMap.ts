import type { Span } from '../../model/index.ts';
import { lineEndAt, lineStartAt } from '../../util/lineBounds.ts';
import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';

interface Line {
	/** Offset of the first character behind the indentation. */
	readonly start: number;
	/** Offset after the last character, the line end excluded. */
	readonly end: number;
	/** Offset after the line end. */
	readonly next: number;
}

/** The value of a block scalar (`span` from its `|` or `>` on) as a map into `text` (YAML 1.2, chapter 8.1). */
export function blockScalarMap(text: string, span: Span): TextMap {
	const headerEnd = lineEndAt(text, span.start);
	const header = text.slice(span.start, headerEnd).split('#')[0]!;
	const lines = readLines(text, Math.min(headerEnd + 1, span.end), span.end, explicitIndent(text, span.start, header));
	const keep = header.includes('+');
	let count = lines.length;
	while (count > 0 && lines[count - 1]!.start >= lines[count - 1]!.end) { count--; }
	const builder = new TextMapBuilder();
	const folded = header.startsWith('>');
	for (let index = 0; index < count; index++) {
		const line = lines[index]!;
		builder.verbatim(text.slice(line.start, line.end), line.start);
		if (index === count - 1) { continue; }
		if (!folded || !addFold(builder, text, lines, index, count)) { addLineEnd(builder, text, line); }
	}
	const last = lines[count - 1];
	if (last && !header.includes('-') && last.next > last.end) { addLineEnd(builder, text, last); }
	if (keep) {
		for (const line of lines.slice(count)) { if (line.next > line.end) { addLineEnd(builder, text, line); } }
	}
	return builder.build();
}

function addLineEnd(builder: TextMapBuilder, text: string, line: Line): void {
	if (line.next === line.end + 1) { builder.verbatim('\n', line.end); return; }
	builder.replaced('\n', line.end, Math.min(line.next, text.length));
}

/** Adds what a folded scalar has after the line; false where its line end stays. */
function addFold(builder: TextMapBuilder, text: string, lines: readonly Line[], index: number, count: number): boolean {
	const line = lines[index]!;
	const next = lines[index + 1]!;
	if (line.start >= line.end) { return false; }
	if (isMoreIndented(text, line)) { return false; }
	if (next.start < next.end) {
		if (isMoreIndented(text, next)) { return false; }
		builder.replaced(' ', line.end, line.next);
		return true;
	}
	let following = index + 1;
	while (following < count && lines[following]!.start >= lines[following]!.end) { following++; }
	// The first line end of a run goes away, unless what follows is indented further.
	return following < count && !isMoreIndented(text, lines[following]!);
}

function isMoreIndented(text: string, line: Line): boolean {
	return line.start < line.end && (text[line.start] === ' ' || text[line.start] === '\t');
}

function readLines(text: string, from: number, end: number, given: number): Line[] {
	const lines: Line[] = [];
	let indent = given;
	for (let at = from; at < end;) {
		const stop = Math.min(lineEndAt(text, at), end);
		const contentEnd = stop > at && text[stop - 1] === '\r' ? stop - 1 : stop;
		let first = at;
		while (first < contentEnd && text[first] === ' ') { first++; }
		if (indent === -1 && first < contentEnd) { indent = first - at; }
		const start = Math.min(at + (indent === -1 ? contentEnd - at : indent), contentEnd);
		lines.push({ start, end: contentEnd, next: Math.min(stop + 1, text.length) });
		at = stop + 1;
	}
	return lines;
}

/** Columns of indentation that the header asks for; -1 when the first line decides. */
function explicitIndent(text: string, from: number, header: string): number {
	const digit = /[1-9]/.exec(header);
	if (!digit) { return -1; }
	const lineStart = lineStartAt(text, from);
	const before = /^( *)((?:- +)*)(.*)$/.exec(text.slice(lineStart, from));
	const spaces = before?.[1]?.length ?? 0;
	const dashes = before?.[2] ?? '';
	const isItem = dashes !== '' && /^(?:[!&]\S*[ \t]+)*$/.test(before?.[3] ?? '');
	const column = isItem ? spaces + dashes.lastIndexOf('-') : spaces + dashes.length;
	return column + Number(digit[0]);
}
