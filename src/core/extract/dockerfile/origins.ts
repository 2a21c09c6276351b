import type { Span } from '../../model/index.ts';

/** For each character of a value its offset in the joined line, -1 for one that is not written there; a number when all stand side by side from it on. */
export type Origins = number | readonly number[];

/** The offset of one character. */
export function originAt(origins: Origins, index: number): number {
	return typeof origins === 'number' ? origins + index : origins[index] ?? -1;
}

/** The place of part of a value, when its characters are written side by side. */
export function literalSpan(origins: Origins, { start, end }: Span): Span | undefined {
	if (end <= start) { return undefined; }
	const first = originAt(origins, start);
	if (typeof origins !== 'number') {
		if (first < 0) { return undefined; }
		for (let at = start + 1; at < end; at++) {
			if (origins[at] !== first + at - start) { return undefined; }
		}
	}
	return { start: first, end: first + end - start };
}
