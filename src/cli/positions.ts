import type { Span } from '../core/model/index.ts';
import { lineIndex, type LineIndex, type Position } from '../core/util/lineIndex.ts';

/** A 0-based range, as the command line contract prints it. */
export interface Range {
	readonly start: Position;
	readonly end: Position;
}

/** Turns spans of many files into ranges; each file's lines are counted once. */
export function rangesOf(textOf: (file: string) => string | undefined): (file: string, span: Span) => Range {
	const indexes = new Map<string, LineIndex>();
	return (file, span) => {
		let index = indexes.get(file);
		if (!index) {
			index = lineIndex(textOf(file) ?? '');
			indexes.set(file, index);
		}
		return { start: index.positionAt(span.start), end: index.positionAt(span.end) };
	};
}
