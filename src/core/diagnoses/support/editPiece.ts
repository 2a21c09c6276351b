import type { Edit, FileFacts, ImageUse, Span } from '../../model/index.ts';
import { placeOfPart } from './partInVariable.ts';
import { piecesOf } from './variableExpression.ts';

/**
 * Writes another text for a part of the use's value (offsets in that) by changing the one piece that differs: of `${V}-alpine` the value of V
 * where it stands, or what is written behind it. `undefined` where more than one piece would change, or one has no place.
 */
export function editPiece(use: ImageUse, part: Span, newText: string, workspace: readonly FileFacts[]): Edit | undefined {
	const pieces = piecesOf(use) ?? [];
	const whole = pieces.map(({ value }) => value).join('');
	for (const { at, from, value, expression } of pieces) {
		const start = Math.max(at, part.start);
		const end = Math.min(at + value.length, part.end);
		const before = whole.slice(part.start, start);
		const after = whole.slice(end, part.end);
		if (end <= start || newText.length <= before.length + after.length || !newText.startsWith(before) || !newText.endsWith(after)) { continue; }
		const changed = newText.slice(before.length, newText.length - after.length);
		const inside = { start: start - at, end: end - at };
		if (!expression) { return { span: { start: use.span.start + from + inside.start, end: use.span.start + from + inside.end }, newText: changed }; }
		// Elsewhere in the name it would change too.
		const isAlone = pieces.filter(piece => piece.expression?.variable.name === expression.variable.name).length === 1;
		const place = isAlone ? placeOfPart(use, expression, value, inside, workspace) : undefined;
		if (place) { return { ...place, newText: changed }; }
	}
	return undefined;
}
