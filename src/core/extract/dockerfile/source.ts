import type { Span } from '../../model/index.ts';
import type { TextMap } from '../../util/textMap.ts';
import { outerSpan, type LogicalLine } from './logicalLine.ts';

/** The text that is read and where it stands: a file, or a piece of one through a map. */
export interface Source {
	readonly file: string;
	/** What is read as a Dockerfile. */
	readonly text: string;
	/** The span in the file of a span of the text. */
	place(span: Span): Span;
	/** The span in the file of part of a joined line. */
	span(line: LogicalLine, span: Span): Span;
	/** The same, only when an edit there would change just that part of the Dockerfile. */
	editable(line: LogicalLine, span: Span): Span | undefined;
	slice(span: Span): string;
}

/** A source without a map is the file itself. */
export function makeSource(file: string, outerText: string, map?: TextMap): Source {
	const place = (span: Span): Span => map ? map.outerSpan(span) : span;
	return {
		file,
		text: map?.text ?? outerText,
		place,
		span: (line, span) => place(outerSpan(line, span)),
		editable: (line, span) => {
			const inner = outerSpan(line, span);
			return !map || map.verbatim(inner) ? place(inner) : undefined;
		},
		slice: span => outerText.slice(span.start, span.end),
	};
}
