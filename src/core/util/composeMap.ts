import type { TextMap } from './textMap.ts';

/** The map of a text derived from a derived text: `inner` was made from `outer.text`. */
export function composeMap(outer: TextMap, inner: TextMap): TextMap {
	return {
		text: inner.text,
		outer: offset => outer.outer(inner.outer(offset)),
		outerSpan: span => outer.outerSpan(inner.outerSpan(span)),
		verbatim: span => inner.verbatim(span) && outer.verbatim(inner.outerSpan(span)),
	};
}
