import type { ImageUse, PartSpans, Resolution, Span, UseKind, VariableUse } from '../../model/index.ts';
import { partSpans } from '../../reference/partSpans.ts';
import type { LexedWord } from './expandWord.ts';
import type { LogicalLine } from './logicalLine.ts';
import { literalSpan } from './origins.ts';
import type { Meaning } from './resolveSource.ts';
import type { Source } from './source.ts';

/** Where a use stands; the span is in the joined line. */
export interface UsePlace {
	readonly kind: UseKind;
	readonly line: LogicalLine;
	readonly span: Span;
	readonly owner?: ImageUse['owner'] | undefined;
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
	const first = outcomes.find(isKnown) ?? outcomes.find(({ meaning }) => meaning.class !== 'variable') ?? outcomes[0]!;
	const { meaning, word } = first;
	const span = source.span(line, inLine);
	const place = (part: Span): Span | undefined => {
		const literal = literalSpan(word.origins, part);
		return literal && source.editable(line, literal);
	};
	const use: Writable<ImageUse> = {
		kind,
		class: meaning.class,
		span,
		text: source.slice(span),
		spans: meaning.reference || meaning.error ? literalParts(partSpans(word.value), place) : noSpans,
		variables: first.variables ?? none,
		alternatives: outcomes.length > 1 ? alternativesTo(first, outcomes) : none,
		platforms: outcomes.length > 1 ? allPlatforms(outcomes) : first.platforms ?? none,
	};
	if (meaning.class !== 'variable') { use.value = word.value; }
	if (meaning.reference) { use.reference = meaning.reference; }
	if (meaning.error) {
		use.error = meaning.error;
		const errorSpan = place(meaning.error);
		if (errorSpan) { use.errorSpan = errorSpan; }
	}
	if (owner) { use.owner = owner; }
	if (first.dependent) { use.environmentDependent = true; }
	return use;
}

/** False where a caller leaves out a variable that others give. */
function isKnown({ meaning, variables }: Outcome): boolean {
	return meaning.class !== 'variable' && (meaning.class !== 'invalid' || !variables?.some(({ value }) => value === undefined));
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
const none: readonly never[] = [];
const noSpans: PartSpans = {};

function allPlatforms(outcomes: readonly Outcome[]): string[] {
	return [...new Set(outcomes.flatMap(({ platforms }) => platforms ?? none))];
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
	const found: Writable<PartSpans> = {};
	for (const name of ['domain', 'path', 'tag', 'digest'] as const) {
		const part = parts[name];
		const span = part && place(part);
		if (span) { found[name] = span; }
	}
	return found;
}

