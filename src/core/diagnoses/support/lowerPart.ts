import type { Edit, FileFacts, ImageUse, Span } from '../../model/index.ts';
import { withGaps } from './capitalsInOpenName.ts';
import { placeOfPart } from './partInVariable.ts';
import { type Piece, piecesOf } from './variableExpression.ts';

/**
 * Writes a part of the use's value (offsets in that) in lower case, where its characters stand: in the name itself, and in the values of
 * the variables that hold some of them (`${REGISTRY:-ghcr.io/Acme}/Web`). Empty where that is not certain for each of them.
 */
export function lowerPart(use: ImageUse, part: Span, workspace: readonly FileFacts[]): readonly Edit[] {
	const edits = piecesOf(use)?.flatMap(piece => {
		const segments = (piece.expression ? piece.value : withGaps(piece.value)).matchAll(segment);
		return [...segments].flatMap(({ index, 0: name }) => {
			const inside = { start: Math.max(part.start - piece.at, index), end: Math.min(part.end - piece.at, index + name.length) };
			return lowerIn(use, piece, inside, workspace);
		});
	}) ?? [];
	return edits.every(edit => edit !== undefined) ? edits : [];
}

/** The edit of one segment (offsets in the piece's value), none where it has no capitals; `undefined` where it is not certain what to change. */
function lowerIn(use: ImageUse, { from, value, expression }: Piece, inside: Span, workspace: readonly FileFacts[]): readonly (Edit | undefined)[] {
	const written = value.slice(inside.start, Math.max(inside.start, inside.end));
	const newText = written.toLowerCase();
	if (written === newText) { return []; }
	const start = use.span.start + from + inside.start;
	const place = expression ? placeOfPart(use, expression, value, inside, workspace) : { span: { start, end: start + written.length } };
	return [place && { ...place, newText }];
}

/** Of a path: each may stand in another variable. */
const segment = /[^/\u0000]+/g;
