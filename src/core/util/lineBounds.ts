/** Offset of the first character of the line that `at` is in; a newline belongs to the line that it ends. */
export function lineStartAt(text: string, at: number): number {
	return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Offset of the newline that ends the line of `at`, or the length of the text. */
export function lineEndAt(text: string, at: number): number {
	const newline = text.indexOf('\n', at);
	return newline === -1 ? text.length : newline;
}

/** Like {@link lineEndAt}; a carriage return before it belongs to the line end. */
export function contentEndAt(text: string, at: number): number {
	const end = lineEndAt(text, at);
	return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

/** Offset of the line after that of `at`, or the length of the text. */
export function lineAfter(text: string, at: number): number {
	const newline = text.indexOf('\n', at);
	return newline === -1 ? text.length : newline + 1;
}
