import { lineAfter } from '../../../util/lineBounds.ts';

/** A line of a Makefile. */
export interface Line {
	readonly start: number;
	/** With its line end. */
	readonly text: string;
	/** Put together from several lines. */
	readonly broken?: boolean;
}

/** Characters of a line that are looked at for a rule's head. */
export const longestRule = 4000;

/** The lines of a text. */
export function splitLines(text: string): readonly Line[] {
	const lines: Line[] = [];
	for (let start = 0; start < text.length;) {
		const end = lineAfter(text, start);
		lines.push({ start, text: text.slice(start, end) });
		start = end;
	}
	return lines;
}

/** True for a line that goes on in the next one. */
export function continues({ text }: Line): boolean {
	return /(?:^|[^\\])(?:\\\\)*\\\r?\n$/.test(text.slice(-80));
}

/** Continued lines as make reads them: one blank for each line end and the blanks around it. */
export function joined(lines: readonly Line[]): Line {
	const text = lines.map((line, index) => (index === 0 ? line.text : line.text.trimStart()).replace(/[ \t]*\\\r?\n$/, ' ')).join('');
	return { start: lines[0]!.start, text, broken: true };
}
