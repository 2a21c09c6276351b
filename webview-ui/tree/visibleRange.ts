/** Height of a row, CSS pixels; style.css has the same number. */
export const rowHeight = 22;

/** Rows drawn above and below those in view. */
const around = 20;

/** Rows by their index; `end` is exclusive. */
export interface RowRange { readonly first: number; readonly end: number }

/** The rows to have in the document: those in view (`shown`) and 20 on either side. */
export function visibleRange(count: number, scrollTop: number, height: number): RowRange & { readonly shown: RowRange } {
	const shown = within(count, Math.floor(scrollTop / rowHeight), Math.ceil((scrollTop + height) / rowHeight));
	return { ...within(count, shown.first - around, shown.end + around), shown };
}

function within(count: number, first: number, last: number): RowRange {
	const end = Math.min(count, last);
	return { first: Math.min(Math.max(0, first), end), end };
}
