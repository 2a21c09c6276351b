import type { Place, Span } from '../../model/index.ts';

/** Where the entries of a list stand in its written text (at `span` of `file`), in their order; `undefined` when one is not written as it is. */
export function entryPlaces(file: string, written: string, span: Span, entries: readonly string[]): readonly Place[] | undefined {
	const places: Place[] = [];
	let from = 0;
	for (const entry of entries) {
		const at = written.indexOf(entry, from);
		if (at === -1) { return undefined; }
		from = at + entry.length;
		places.push({ file, span: { start: span.start + at, end: span.start + from } });
	}
	return places;
}
