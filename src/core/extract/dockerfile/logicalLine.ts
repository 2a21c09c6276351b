import type { Span } from '../../model/index.ts';

/** An instruction's text with its continuations joined, knowing where each character stands in the file. */
export interface LogicalLine {
	readonly text: string;
	/** Offset in the file where the text begins. */
	readonly start: number;
	/** Offset in `text` where each piece begins, ascending, the first being 0; absent for a text in one piece. */
	readonly inner?: readonly number[];
	/** Offset in the file where each piece begins. */
	readonly outer?: readonly number[];
}

/** Where the character at `offset` of the joined text stands in the file. */
export function outerOffset({ start, inner, outer }: LogicalLine, offset: number): number {
	if (!inner || !outer) { return start + offset; }
	let low = 0;
	let high = inner.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if (inner[middle]! <= offset) { low = middle; } else { high = middle - 1; }
	}
	return outer[low]! + offset - inner[low]!;
}

/** The span in the file from the first to the last character of a span of the joined text; it covers continuations in between. */
export function outerSpan(line: LogicalLine, { start, end }: Span): Span {
	const first = outerOffset(line, start);
	return { start: first, end: end > start ? outerOffset(line, end - 1) + 1 : first };
}
