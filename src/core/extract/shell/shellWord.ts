import type { CommandWord, Place, Span, VariableUse } from '../../model/index.ts';
import type { TextMap } from '../../util/textMap.ts';

/** A word of a command after quote removal and expansion. */
export interface ShellWord {
	/** In the outer text. */
	readonly span: Span;
	/** The value, with a map into the outer text. */
	readonly map: TextMap;
	/** Names of variables, `$(…)`, placeholders and expressions that have no known value. */
	readonly open: readonly string[];
	readonly variables: readonly VariableUse[];
	readonly environmentDependent: boolean;
	/** Spans in `map.text` of what stood in quotes with the outer span quotes included: an edit must keep them in pairs. */
	readonly quoted: readonly { readonly inner: Span; readonly outer: Span }[];
	/** Spans in `map.text` of what stayed open. */
	readonly openSpans: readonly Span[];
	/** Where the value is written, when known. */
	readonly place?: Place;
	/** It stands for as many words as only a run knows: `"$@"`. */
	readonly rest?: boolean;
	/** It stands where the function around is called, and not in the command that it is a word of. */
	readonly elsewhere?: boolean;
}

/** A part of a word as facts show it. */
export function commandWord(word: ShellWord, outerText: string, inner?: Span): CommandWord {
	const part = inner ?? { start: 0, end: word.map.text.length };
	const span = wholeSpan(word, part);
	return {
		span,
		text: outerText.slice(span.start, span.end),
		value: word.map.text.slice(part.start, part.end),
		open: inner ? openIn(word, part) : word.open,
	};
}

/** The names of what stayed open between two offsets of the value. */
export function openIn(word: ShellWord, { start, end }: Span): readonly string[] {
	if (word.open.length === 0) { return word.open; }
	return word.open.filter((_, index) => {
		const at = word.openSpans[index]!;
		return at.start < end && at.end > start;
	});
}

/** The outer span of a part of the value; quotes that open before it or close after it and hold nothing else belong to it. */
export function wholeSpan(word: ShellWord, inner: Span): Span {
	if (inner.start === 0 && inner.end === word.map.text.length) { return word.span; }
	let { start, end } = word.map.outerSpan(inner);
	for (const { inner: quoted, outer } of word.quoted) {
		if (quoted.start === inner.start && quoted.end <= inner.end) { start = Math.min(start, outer.start); }
		if (quoted.end === inner.end && quoted.start >= inner.start) { end = Math.max(end, outer.end); }
	}
	return { start, end };
}

/** As {@link wholeSpan}, but when one pair of quotes holds all of it, the inside of the quotes. */
export function contentSpan(word: ShellWord, inner: Span): Span {
	const holder = word.quoted.find(({ inner: quoted }) => quoted.start <= inner.start && quoted.end >= inner.end);
	return holder && inner.end > inner.start ? word.map.outerSpan(inner) : wholeSpan(word, inner);
}
