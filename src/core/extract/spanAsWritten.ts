import type { Span } from '../model/index.ts';

/** A variable with all that belongs to it, `${` to `}`. */
export interface WrittenVariable {
	readonly outer: Span;
	/** Where what is left of it stands in the file: inside `outer` for a default; absent when nothing is left. */
	readonly content?: Span;
}

/**
 * The span in the file of a part of an interpolated text, with the whole of each variable that it takes its characters from or that left
 * nothing at its ends: `a:${V:-1}`, where the part itself ends before the brace.
 */
export function spanAsWritten(span: Span, replaced: readonly WrittenVariable[]): Span {
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
