import type { TextMap, TextMapBuilder } from '../util/textMap.ts';

/** Appends the characters from `from` to `to` of one map to another that leads to the same outer text. */
export function appendMapped(builder: TextMapBuilder, map: TextMap, from: number, to: number): void {
	// The part alone: the next line end of the whole may be far away each time.
	const part = map.text.slice(from, to);
	for (let at = from; at < to;) {
		const newline = part.indexOf('\n', at - from);
		const end = newline === -1 ? to : from + newline + 1;
		appendLine(builder, map, at, end);
		at = end;
	}
}

function appendLine(builder: TextMapBuilder, map: TextMap, from: number, to: number): void {
	if (map.verbatim({ start: from, end: to })) {
		builder.verbatim(map.text.slice(from, to), map.outer(from));
		return;
	}
	for (let at = from; at < to; at++) {
		const one = { start: at, end: at + 1 };
		if (map.verbatim(one)) {
			let end = at + 1;
			while (end < to && map.verbatim({ start: end, end: end + 1 }) && map.outer(end) === map.outer(at) + end - at) { end++; }
			builder.verbatim(map.text.slice(at, end), map.outer(at));
			at = end - 1;
		} else {
			const outer = map.outerSpan(one);
			builder.replaced(map.text.slice(at, at + 1), outer.start, outer.end);
		}
	}
}
