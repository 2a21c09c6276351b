import { lineAfter } from '../../util/lineBounds.ts';
import { isGoSpace } from './blanks.ts';
import { directiveAt } from './directives.ts';
import { headOf, mayHaveHeredocs, type InstructionHead } from './instructionHead.ts';
import { heredocsOf } from './heredocs.ts';
import type { LogicalLine } from './logicalLine.ts';
import { continuationAt, contentEndOf, isTooLong } from './physicalLine.ts';

/** An instruction as BuildKit's parser cuts it out. */
export interface RawInstruction {
	/** Offsets in the joined line. */
	readonly head: InstructionHead;
	readonly line: LogicalLine;
	/** In the file, where it ends: that of the last line, bodies of heredocs included, blanks excluded. */
	readonly end: number;
}

/** How a file is read. */
export interface ScannedDockerfile {
	readonly escape: '\\' | '`';
	/** BuildKit reads no line over 65,535 bytes and refuses the file. */
	readonly refused: boolean;
}

/**
 * Cuts a Dockerfile into instructions (`parser.Parse` of BuildKit): comments, continuations, heredocs. Calls `visit` for each, with the escape
 * character in force. What was visited of a file that then is refused does not count. Linear; never throws.
 */
export function scanInstructions(text: string, visit: (raw: RawInstruction, escape: string) => void): ScannedDockerfile {
	let escape: '\\' | '`' = '\\';
	let inDirectives = true;

	for (let at = 0; at < text.length;) {
		let next = lineAfter(text, at);
		if (isTooLong(text, at, next)) { return { escape, refused: true }; }
		let contentEnd = contentEndOf(text, at, next);
		let start = at;
		while (start < contentEnd && isGoSpace(text.charCodeAt(start))) { start++; }
		at = next;
		if (inDirectives) {
			const directive = directiveAt(text, start, contentEnd, '#');
			inDirectives = directive !== undefined;
			const value = directive?.key === 'escape' ? text.slice(directive.span.start, directive.span.end) : '';
			if (value === '\\' || value === '`') { escape = value; }
		}
		if (start === contentEnd || text.charCodeAt(start) === 0x23) { continue; }

		const cut = continuationAt(text, start, contentEnd, escape);
		let line: LogicalLine = { text: text.slice(start, cut === -1 ? contentEnd : cut), start };
		if (cut !== -1) {
			const joined = joinLines(text, line, at, contentEnd, escape);
			if (!joined) { return { escape, refused: true }; }
			({ line, next, contentEnd } = joined);
			at = next;
		}
		const head = headOf(line.text, 0, line.text.length);
		if (mayHaveHeredocs(head, line.text, escape)) {
			for (const { name, chomp } of heredocsOf(line.text)) {
				for (let ended = false; !ended && at < text.length; at = next) {
					next = lineAfter(text, at);
					if (isTooLong(text, at, next)) { return { escape, refused: true }; }
					let from = at;
					contentEnd = contentEndOf(text, at, next);
					while (chomp && from < contentEnd && text.charCodeAt(from) === 0x09) { from++; }
					ended = contentEnd - from === name.length && text.startsWith(name, from);
				}
			}
		}
		if (head.keyword === '') { continue; }
		let end = contentEnd;
		while (end > start && isGoSpace(text.charCodeAt(end - 1))) { end--; }
		visit({ head, line, end }, escape);
	}
	return { escape, refused: false };
}

/** Goes on from a first line that is continued. `undefined`: a line is too long. */
function joinLines(
	text: string,
	first: LogicalLine,
	from: number,
	firstEnd: number,
	escape: string,
): { line: LogicalLine; next: number; contentEnd: number } | undefined {
	let joined = first.text;
	const inner = [0];
	const outer = [first.start];
	let contentEnd = firstEnd;
	let at = from;
	for (let continued = true; continued && at < text.length;) {
		const start = at;
		at = lineAfter(text, start);
		if (isTooLong(text, start, at)) { return undefined; }
		const end = contentEndOf(text, start, at);
		let content = start;
		while (content < end && isGoSpace(text.charCodeAt(content))) { content++; }
		if (content === end || text.charCodeAt(content) === 0x23) { continue; }
		contentEnd = end;
		const cut = continuationAt(text, start, end, escape);
		continued = cut !== -1;
		inner.push(joined.length);
		outer.push(start);
		joined += text.slice(start, continued ? cut : end);
	}
	return { line: { text: joined, start: first.start, inner, outer }, next: at, contentEnd };
}
