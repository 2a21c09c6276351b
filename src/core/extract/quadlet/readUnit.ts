import { TextMapBuilder } from '../../util/textMap.ts';
import type { TextMap } from '../../util/textMap.ts';

/** One `Key=value` of a systemd unit file. */
export interface UnitEntry {
	readonly section: string;
	readonly key: string;
	readonly keyStart: number;
	/** Continuation lines joined with nothing between them, as Quadlet does; leads to the file. */
	readonly value: TextMap;
}

/** Reads a unit file (systemd.syntax): sections, `#` and `;` comments, backslash continuations. Other lines are passed over. */
export function readUnit(text: string): readonly UnitEntry[] {
	const entries: UnitEntry[] = [];
	let section = '';
	for (let at = 0; at < text.length;) {
		const end = lineEnd(text, at);
		const line = text.slice(at, end);
		const header = /^[ \t]*\[([^\]]*)\]/.exec(line);
		const pair = /^[ \t]*([A-Za-z][\w-]*)[ \t]*=[ \t]*/.exec(line);
		if (header) {
			section = header[1]!;
		} else if (pair) {
			const keyStart = at + line.length - line.trimStart().length;
			const { value, next } = readValue(text, at + pair[0].length, end);
			entries.push({ section, key: pair[1]!, keyStart, value });
			at = next;
			continue;
		}
		at = nextLine(text, end);
	}
	return entries;
}

function readValue(text: string, from: number, firstEnd: number): { readonly value: TextMap; readonly next: number } {
	const builder = new TextMapBuilder();
	let start = from;
	let end = firstEnd;
	for (;;) {
		const line = text.slice(start, end);
		if (!line.endsWith('\\')) {
			builder.verbatim(line.trimEnd(), start);
			return { value: builder.build(), next: nextLine(text, end) };
		}
		builder.verbatim(line.slice(0, -1), start);
		let next = nextLine(text, end);
		while (next < text.length && /^[ \t]*[#;]/.test(text.slice(next, lineEnd(text, next)))) { next = nextLine(text, lineEnd(text, next)); }
		if (next >= text.length) { return { value: builder.build(), next }; }
		start = next;
		end = lineEnd(text, start);
	}
}

/** Offset of the line's end, its `\r` not counted. */
function lineEnd(text: string, from: number): number {
	const newline = text.indexOf('\n', from);
	const end = newline === -1 ? text.length : newline;
	return end > from && text[end - 1] === '\r' ? end - 1 : end;
}

function nextLine(text: string, end: number): number {
	const newline = text.indexOf('\n', end);
	return newline === -1 ? text.length : newline + 1;
}
