import type { Place, Span } from '../../model/index.ts';
import { variableExpression, variableName } from './variableExpression.ts';

/**
 * Where a part of a variable's value (offsets in that) is literally written: in the text that gives the variable its value, or in the one
 * definition of a variable that this text names (`IMG = $(REGISTRY)/app:$(TAG)`). `undefined` where that is not certain.
 */
export function placeInText(text: string, { file, span }: Place, value: string, part: Span, depth = 0): Place | undefined {
	const quotes = /^(?<quote>["'])[^]*\k<quote>$/.test(text.slice(span.start, span.end)) ? 1 : 0;
	const start = span.start + quotes;
	const written = text.slice(start, span.end - quotes);
	// The value, or one of a list of them.
	const [only, ...same] = [...written.matchAll(/\S+/g)].filter(([word]) => word === value);
	if (written === value || (only && same.length === 0)) {
		const at = start + (written === value ? 0 : only!.index);
		return { file, span: { start: at + part.start, end: at + part.end } };
	}
	for (const piece of divisionOf(written, value) ?? []) {
		if (part.start < piece.at || part.end > piece.at + piece.value.length) { continue; }
		const inner = { start: part.start - piece.at, end: part.end - piece.at };
		if (piece.name === undefined) { return { file, span: { start: start + piece.from + inner.start, end: start + piece.from + inner.end } }; }
		const definition = depth < deepest ? definitionOf(text, piece.name) : undefined;
		if (!definition && piece.fallback?.text === piece.value) {
			const { at } = piece.fallback;
			return { file, span: { start: start + at + inner.start, end: start + at + inner.end } };
		}
		if (definition) { return placeInText(text, { file, span: definition }, piece.value, inner, depth + 1); }
	}
	return undefined;
}

const deepest = 5;

/** Characters of a text that is searched for each finding. */
const longest = 50_000;

interface TextPiece {
	/** In the written text. */
	readonly from: number;
	/** In the value. */
	readonly at: number;
	readonly value: string;
	/** The variable that gives it; absent for characters that are written out. */
	readonly name?: string;
	/** What it gives while it is not set, and where that is in the written text. */
	readonly fallback?: { readonly at: number; readonly text: string };
}

/** The written text beside its value; `undefined` where more than one division is possible, or where text is computed. */
function divisionOf(written: string, value: string): readonly TextPiece[] | undefined {
	const found = [...written.matchAll(variableExpression)];
	if (found.length === 0 || found.length > 4 || value.length > 200) { return undefined; }
	const literals = [...found, undefined].map((match, index) =>
		written.slice(index === 0 ? 0 : found[index - 1]!.index + found[index - 1]![0].length, match?.index));
	const divide = (any: string): readonly string[] | undefined =>
		new RegExp(`^${literals.map(literal => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(any)}$`).exec(value)?.slice(1);
	const [fewest, most] = [divide('([\\w./:@+-]+?)'), divide('([\\w./:@+-]+)')];
	if (!fewest || fewest.join('\n') !== most?.join('\n')) { return undefined; }
	let at = 0;
	return literals.flatMap((literal, index): TextPiece[] => {
		const match = found[index];
		const from = (match?.index ?? written.length) - literal.length;
		const own = { from, at, value: literal };
		at += literal.length;
		if (!match) { return [own]; }
		const { fallback } = match.groups ?? {};
		const given = {
			from: match.index, at, value: fewest[index]!, name: variableName(match) ?? '',
			...(fallback && { fallback: { at: match.index + match[0].length - 1 - fallback.length, text: fallback } }),
		};
		at += given.value.length;
		return [own, given];
	});
}

/** The value of the one place in the text that defines a variable; `undefined` where none does, or several do. */
function definitionOf(text: string, name: string): Span | undefined {
	if (text.length > longest) { return undefined; }
	const [only, ...more] = text.matchAll(new RegExp(`(?<=^|[\\s({,;"'])(?<!\\$\\{)${name.replace(/^env\./, '').replace(/[.-]/g, '\\$&')}["']?[ \\t]*(?:[:?]{0,2}=|:)[ \\t]*(?<value>"[^"\\n]*"|'[^'\\n]*'|[^\\s"'#;,)}]+(?:[ \\t]+[\\w./:@+-]+)*)`, 'gm'));
	const value = only?.groups?.['value'];
	if (!only || value === undefined || more.length > 0) { return undefined; }
	const end = only.index + only[0].length;
	return { start: end - value.length, end };
}
