import type { ImageUse, PartSpans, Resolution, Span, UseKind, VariableUse } from '../../model/index.ts';
import { partSpans } from '../../reference/partSpans.ts';
import type { LexedWord } from './expandWord.ts';
import type { LogicalLine } from './logicalLine.ts';
import type { Meaning } from './resolveSource.ts';
import type { Source } from './source.ts';

/** Where a use stands; the span is in the joined line. */
export interface UsePlace {
	readonly kind: UseKind;
	readonly line: LogicalLine;
	readonly span: Span;
	readonly owner?: NonNullable<ImageUse['owner']>;
}

/** What a use is for one caller. */
export interface Outcome {
	/** After expansion; origins are in the joined line. */
	readonly word: LexedWord;
	readonly meaning: Meaning;
	readonly variables?: readonly VariableUse[];
	readonly platforms?: readonly string[];
	/** The value depends on the machine that builds. */
	readonly dependent?: boolean;
}

/** One use of the outcomes of all callers: the first that says something, the others as alternatives. */
export function makeUse({ kind, line, span: inLine, owner }: UsePlace, outcomes: readonly Outcome[], source: Source): ImageUse {
	const first = outcomes.find(({ meaning }) => meaning.class !== 'variable') ?? outcomes[0]!;
	const { meaning, word } = first;
	const span = source.span(line, inLine);
	const named = meaning.reference !== undefined || meaning.error !== undefined;
	const place = (part: Span): Span | undefined => literalSpan(part, word, line, source);
	const errorSpan = meaning.error && place(meaning.error);
	return {
		kind,
		class: meaning.class,
		span,
		text: source.slice(span),
		...(meaning.class !== 'variable' && { value: word.value }),
		...(meaning.reference && { reference: meaning.reference }),
		...(meaning.error && { error: meaning.error }),
		...(errorSpan && { errorSpan }),
		spans: named ? literalParts(partSpans(word.value), place) : {},
		variables: first.variables ?? [],
		alternatives: outcomes.length > 1 ? alternativesTo(first, outcomes) : [],
		platforms: outcomes.length > 1 ? [...new Set(outcomes.flatMap(({ platforms }) => platforms ?? []))] : first.platforms ?? [],
		...(owner && { owner }),
		...(first.dependent && { environmentDependent: true }),
	};
}

function alternativesTo(first: Outcome, outcomes: readonly Outcome[]): Resolution[] {
	const found = new Map<string, Resolution>();
	for (const { meaning, word, variables } of outcomes) {
		if ((meaning.class !== 'image' && meaning.class !== 'invalid') || word.value === first.word.value || found.has(word.value)) { continue; }
		found.set(word.value, { value: word.value, ...(meaning.reference && { reference: meaning.reference }), variables: variables ?? [] });
	}
	return [...found.values()];
}

function literalParts(parts: PartSpans, place: (part: Span) => Span | undefined): PartSpans {
	const domain = parts.domain && place(parts.domain);
	const path = parts.path && place(parts.path);
	const tag = parts.tag && place(parts.tag);
	const digest = parts.digest && place(parts.digest);
	return { ...(domain && { domain }), ...(path && { path }), ...(tag && { tag }), ...(digest && { digest }) };
}

/** The place of part of the value, when its characters are written side by side there. */
function literalSpan({ start, end }: Span, { origins }: LexedWord, line: LogicalLine, source: Source): Span | undefined {
	if (end <= start) { return undefined; }
	const first = origins[start]!;
	if (first < 0) { return undefined; }
	for (let at = start + 1; at < end; at++) {
		if (origins[at] !== first + at - start) { return undefined; }
	}
	return source.editable(line, { start: first, end: first + end - start });
}
