import type { Span } from '../../model/index.ts';
import { lineStartAt } from '../../util/lineBounds.ts';
import { defineDiagnosis, editFix } from '../diagnosis.ts';

/** A blank after the backslash: the line ends there, and the flags of the next line become a command of their own. */
export const shellLineContinuation = defineDiagnosis({
	code: 'shell-line-continuation',
	title: 'Blank after a continuation',
	severity: 'hint',
	*document({ commands, text }) {
		for (const command of commands) {
			const blank = brokenContinuation(text, command.span);
			if (!blank) { continue; }
			yield {
				at: blank,
				message: { text: 'A blank after the backslash ends the command here.' },
				fixes: [editFix({ text: 'Remove the blank' }, [{ span: blank, newText: '' }])],
			};
		}
	},
});

/** The blanks after a backslash at the end of the command's last line, when the next line goes on: with a flag, or further in than the command began. */
function brokenContinuation(text: string, span: Span): Span | undefined {
	const from = Math.max(span.start, lineStartAt(text, span.end));
	const lineEnd = text.indexOf('\n', span.end - 1);
	if (lineEnd === -1 || lineEnd < from) { return undefined; }
	const line = text.slice(from, lineEnd).replace(/\r$/, '');
	const blanks = /\\([ \t]+)$/.exec(line);
	const next = text.slice(lineEnd + 1, lineEnd + 200);
	if (!blanks || !(/^[ \t]*--?[A-Za-z]/.test(next) || isFurtherIn(next, text, span.start))) { return undefined; }
	const start = from + blanks.index + 1;
	return { start, end: start + (blanks[1]?.length ?? 0) };
}

function isFurtherIn(next: string, text: string, start: number): boolean {
	const indent = /^[ \t]*/.exec(text.slice(lineStartAt(text, start), start))?.[0] ?? '';
	return next.startsWith(indent) && /^[ \t]+[^\s#]/.test(next.slice(indent.length));
}
