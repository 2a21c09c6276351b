import type { Finding } from '../../src/core/model/index.ts';
import { formatMessage } from '../../src/core/util/formatMessage.ts';

/*
 * Findings drawn under the text: a line of a comment sign and carets marks the line above.
 *
 *     FROM node:20-alpin
 *     #         ^^^^^^^^ error: Tag "20-alpin" does not exist in docker.io/library/node.
 *
 * A finding in the first columns is drawn over the comment sign: `#<^^^` begins in column 0, where `#<` are two of its columns.
 * Of a finding over several lines the part in its first line is drawn. One in an empty text or line end gets one caret.
 */

const drawn = /^[ \t]*(?:#|\/\/|<!--)?<?[ \t]*\^*[ \t]*(?:error|warning|info|hint): /;
const marked = /^[ \t]*(?:(?:#|\/\/|<!--)[ \t]*\^+|(?:#|\/\/)<\^*)[ \t]/;

/** The text without its drawn lines, as it is analysed. */
export function cutCarets(text: string): string {
	return text.split('\n').filter(line => !isDrawn(line)).join('\n');
}

/** The text with each finding drawn under its line. `sign` is the comment sign of the language. */
export function drawFindings(text: string, findings: readonly Finding[], sign: string): string {
	const lines = text.split('\n');
	const out: string[] = [];
	let start = 0;
	for (const line of lines) {
		out.push(line);
		for (const { span, severity, message } of findings) {
			if (span.start < start || span.start > start + line.length) { continue; }
			const column = span.start - start;
			const width = Math.max(1, Math.min(span.end, start + line.length) - span.start);
			out.push(`${mark(sign, column, width)} ${severity}: ${formatMessage(message)}`);
		}
		start += line.length + 1;
	}
	return out.join('\n');
}

function isDrawn(line: string): boolean {
	return drawn.test(line) && marked.test(line);
}

function mark(sign: string, column: number, width: number): string {
	if (column < sign.length) { return `${sign}<${'^'.repeat(Math.max(0, column + width - sign.length - 1))}`; }
	return `${sign}${' '.repeat(column - sign.length)}${'^'.repeat(width)}`;
}
