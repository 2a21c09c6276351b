import type { Span } from '../../model/index.ts';
import type { Replaced } from './interpolate.ts';

/**
 * The span in the file of a part of an interpolated text, with the whole of each variable that it takes its characters from or that left
 * nothing at its ends: `a:${V:-1}`, where the part itself ends before the brace.
 */
export function spanAsWritten(span: Span, replaced: readonly Replaced[]): Span {
	let { start, end } = span;
	for (const { outer, content } of replaced) {
		if (content && content.start >= start && content.end <= end) {
			start = Math.min(start, outer.start);
			end = Math.max(end, outer.end);
		} else if (!content && outer.start === end) {
			end = outer.end;
		}
	}
	for (const { outer, content } of replaced.toReversed()) {
		if (!content && outer.end === start) { start = outer.start; }
	}
	return { start, end };
}
