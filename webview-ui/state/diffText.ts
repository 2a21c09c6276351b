/** A piece of text; `differs` from what stands at the other side. */
export interface DiffPart {
	readonly text: string;
	readonly differs: boolean;
}

/**
 * What differs between two texts: pieces of lists (`, ` between them) one by one when there are as many on both sides,
 * and in each piece what is between the common beginning and the common end.
 */
export function diffText(a: string, b: string): { readonly a: readonly DiffPart[]; readonly b: readonly DiffPart[] } {
	const piecesA = a.split(', ');
	const piecesB = b.split(', ');
	if (piecesA.length !== piecesB.length) { return diffPiece(a, b); }
	const pairs = piecesA.map((piece, at) => diffPiece(piece, piecesB[at] ?? ''));
	return { a: listed(pairs.map(pair => pair.a)), b: listed(pairs.map(pair => pair.b)) };
}

function diffPiece(a: string, b: string): { a: readonly DiffPart[]; b: readonly DiffPart[] } {
	const charactersA = [...a];
	const charactersB = [...b];
	const shorter = Math.min(charactersA.length, charactersB.length);
	let start = 0;
	while (start < shorter && charactersA[start] === charactersB[start]) { start++; }
	let end = 0;
	while (end < shorter - start && charactersA[charactersA.length - 1 - end] === charactersB[charactersB.length - 1 - end]) { end++; }
	return { a: parts(charactersA, start, end), b: parts(charactersB, start, end) };
}

function parts(characters: readonly string[], start: number, end: number): readonly DiffPart[] {
	return [
		{ text: characters.slice(0, start).join(''), differs: false },
		{ text: characters.slice(start, characters.length - end).join(''), differs: true },
		{ text: characters.slice(characters.length - end).join(''), differs: false },
	].filter(part => part.text !== '');
}

function listed(pieces: readonly (readonly DiffPart[])[]): readonly DiffPart[] {
	return pieces.flatMap((piece, at) => at === 0 ? piece : [{ text: ', ', differs: false }, ...piece]);
}
