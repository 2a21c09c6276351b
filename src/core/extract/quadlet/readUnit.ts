import { contentEndAt, lineAfter } from '../../util/lineBounds.ts';
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
		const end = contentEndAt(text, at);
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
		at = lineAfter(text, end);
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
			return { value: builder.build(), next: lineAfter(text, end) };
		}
		builder.verbatim(line.slice(0, -1), start);
		let next = lineAfter(text, end);
		while (next < text.length && /^[ \t]*[#;]/.test(text.slice(next, contentEndAt(text, next)))) { next = lineAfter(text, contentEndAt(text, next)); }
		if (next >= text.length) { return { value: builder.build(), next }; }
		start = next;
		end = contentEndAt(text, start);
	}
}
