import type { Span } from '../../../model/index.ts';
import { lineAfter } from '../../../util/lineBounds.ts';

/** A code block, fenced or indented (CommonMark 4.5 and 4.4). */
export interface Fence {
	/** First word of the info string in lower case, without `{.` and what follows a comma; `''` when there is none, as in an indented one. */
	readonly language: string;
	/** The content lines without the indentation and `>` of what the block stands in, line ends included. */
	readonly lines: readonly Span[];
}

const opening = /^((?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*)(`{3,}|~{3,})[ \t]*([^\r\n]*)/;
const mostPrefix = 1000;

/** All code blocks of a Markdown text, fenced ones in lists and quotes too; one that is not closed reaches to the end. Linear in the text. */
export function readFences(text: string): readonly Fence[] {
	const fences: Fence[] = [];
	let open: { readonly marker: string; readonly language: string; readonly quotes: number; readonly column: number; readonly lines: Span[] } | undefined;
	const indented = indentedBlocks(fences);
	for (let start = 0; start < text.length;) {
		const end = lineAfter(text, start);
		const head = text.slice(start, Math.min(end, start + mostPrefix));
		if (!open && /^ {0,3}<!--/.test(head)) {
			// What is commented out is not shown (an HTML block, CommonMark 4.6).
			const close = text.indexOf('-->', start);
			start = close === -1 ? text.length : lineAfter(text, close);
			continue;
		}
		if (!open) {
			const match = opening.exec(head);
			if (match && !(match[2]![0] === '`' && match[3]!.includes('`'))) {
				const prefix = match[1]!;
				open = {
					marker: match[2]!,
					language: languageOf(match[3]!),
					quotes: prefix.split('>').length - 1,
					column: width(prefix.slice(prefix.lastIndexOf('>') + 1)),
					lines: [],
				};
			}
			indented(open ? '' : head, start, end);
		} else {
			const at = contentStart(head, open.quotes, open.column);
			if (at === undefined) {
				// The quote has ended, and the block with it.
				fences.push(open);
				open = undefined;
				continue;
			}
			if (isClosing(head.slice(at), open.marker)) {
				fences.push(open);
				open = undefined;
			} else {
				open.lines.push({ start: Math.min(start + at, end), end });
			}
		}
		start = end;
	}
	if (open) { fences.push(open); }
	return fences;
}

/** Told of each line outside of fences, it adds the indented blocks: four columns behind a blank line, and behind the text of a list's item. */
function indentedBlocks(fences: Fence[]): (line: string, start: number, end: number) => void {
	let lines: Span[] | undefined;
	let item = 0;
	let afterBlank = true;
	return (line, start, end) => {
		const blank = line.trim() === '';
		const indentation = /^[ \t]*/.exec(line)![0];
		const columns = width(indentation);
		if (!blank && (lines || afterBlank) && columns >= item + 4) {
			if (!lines) { fences.push({ language: '', lines: lines = [] }); }
			lines.push({ start: start + contentStart(line, 0, item + 4)!, end });
		} else if (!blank) {
			lines = undefined;
			const marker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]{1,4}(?=\S)/.exec(line);
			item = marker ? width(marker[0]) : afterBlank && columns < item ? 0 : item;
		}
		afterBlank = blank;
	};
}

function languageOf(info: string): string {
	const word = info.trim().replace(/^\{\s*\.?/, '').split(/[\s,{}:]/)[0]!;
	return word.replace(/^\./, '').toLowerCase();
}

function width(prefix: string): number {
	let columns = 0;
	for (const character of prefix) { columns += character === '\t' ? 4 - columns % 4 : 1; }
	return columns;
}

/** Where a content line begins behind `quotes` `>` and at most `column` columns of indentation; `undefined` when a `>` is missing. */
function contentStart(line: string, quotes: number, column: number): number | undefined {
	let at = 0;
	for (let count = 0; count < quotes; count++) {
		const match = /^[ ]{0,3}>/.exec(line.slice(at, at + 4));
		if (!match) { return undefined; }
		at += match[0].length;
	}
	for (let columns = 0; columns < column && (line[at] === ' ' || line[at] === '\t'); at++) { columns += line[at] === '\t' ? 4 : 1; }
	return at;
}

function isClosing(line: string, marker: string): boolean {
	const match = /^[ ]{0,3}(`{3,}|~{3,})[ \t]*\r?\n?$/.exec(line);
	return match !== null && match[1]![0] === marker[0] && match[1]!.length >= marker.length;
}
