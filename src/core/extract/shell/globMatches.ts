/** True where a shell pattern of `*`, `?` and literal characters fits a whole value; `undefined` for a pattern with more in it. Linear for each star. */
export function globMatches(value: string, pattern: string): boolean | undefined {
	if (/[[\]\\(]/.test(pattern) || value.length > 2000) { return undefined; }
	const pieces = pattern.split('*');
	const first = pieces[0]!;
	if (pieces.length === 1) { return value.length === pattern.length && fitsAt(value, 0, pattern); }
	const last = pieces.at(-1)!;
	if (value.length < first.length + last.length || !fitsAt(value, 0, first) || !fitsAt(value, value.length - last.length, last)) { return false; }
	let at = first.length;
	for (const piece of pieces.slice(1, -1)) {
		while (at + piece.length <= value.length - last.length && !fitsAt(value, at, piece)) { at++; }
		if (at + piece.length > value.length - last.length) { return false; }
		at += piece.length;
	}
	return true;
}

function fitsAt(value: string, at: number, piece: string): boolean {
	for (let index = 0; index < piece.length; index++) {
		if (piece[index] !== '?' && piece[index] !== value[at + index]) { return false; }
	}
	return at + piece.length <= value.length;
}
