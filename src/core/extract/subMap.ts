import type { TextMap } from '../util/textMap.ts';

/** The part of a map from `from` to `to`, which leads to the same outer text. */
export function subMap(map: TextMap, from: number, to: number): TextMap {
	return {
		text: map.text.slice(from, to),
		outer: offset => map.outer(offset + from),
		outerSpan: span => map.outerSpan({ start: span.start + from, end: span.end + from }),
		verbatim: span => map.verbatim({ start: span.start + from, end: span.end + from }),
	};
}
