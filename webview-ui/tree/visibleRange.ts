/** Height of a row, CSS pixels; style.css has the same number. */
export const rowHeight = 22;

/** Rows drawn above and below those in view. */
const around = 20;

/** The rows to have in the document: those in view and 20 on either side; `end` is exclusive. */
export function visibleRange(count: number, scrollTop: number, height: number): { readonly first: number; readonly end: number } {
	const first = Math.max(0, Math.floor(scrollTop / rowHeight) - around);
	const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + around);
	return { first: Math.min(first, end), end };
}
