import assert from 'node:assert/strict';
import type { ExtractCard, ExtractInput } from '../../src/core/extract/card.ts';
import type { FileFacts, ImageUse } from '../../src/core/model/index.ts';

/** What an extraction test may give beside the text. */
export type ExtractOptions = Partial<Omit<ExtractInput, 'file' | 'text' | 'files'>> & { readonly files?: Readonly<Record<string, string>> };

/** Runs a card over a text; other files are given as a plain object. */
export function extractWith(card: ExtractCard, file: string, text: string, { files, ...options }: ExtractOptions = {}): FileFacts {
	return card.extract({ environment: {}, builds: [], ...options, file, text, files: new Map(Object.entries(files ?? {})) });
}

/**
 * Checks the uses of a text in which each expected reference stands between `«` and `»`: their places, and in the order of the file
 * `kind class image` (`-` without an image; `:latest` written out).
 */
export function expectUses(card: ExtractCard, file: string, marked: string, expected: readonly string[], options?: ExtractOptions): FileFacts {
	const { text } = readMarks(marked);
	const facts = extractWith(card, file, text, options);
	expectFacts(facts, marked, expected);
	return facts;
}

/** Checks facts that were made of a marked text, as {@link expectUses} does. */
export function expectFacts(facts: FileFacts, marked: string, expected: readonly string[]): void {
	const { text, spans } = readMarks(marked);
	const places = facts.uses.map(({ span }) => text.slice(0, span.start) + '«' + text.slice(span.start, span.end) + '»');
	assert.deepEqual(facts.uses.map(describeUse), expected);
	assert.deepEqual(places, spans.map(({ start, end }) => text.slice(0, start) + '«' + text.slice(start, end) + '»'));
	for (const use of facts.uses) { assert.equal(use.text, text.slice(use.span.start, use.span.end)); }
}

/** The reference as the command line prints it. */
export function imageOf({ reference }: ImageUse): string {
	if (!reference) { return '-'; }
	return reference.tag === undefined && reference.digest === undefined ? `${reference.canonical}:latest` : reference.canonical;
}

function describeUse(use: ImageUse): string {
	return `${use.kind} ${use.class} ${imageOf(use)}`;
}

/** A text without its `«` and `»`, and what stood between them. */
export function readMarks(marked: string): { readonly text: string; readonly spans: readonly { readonly start: number; readonly end: number }[] } {
	const spans: { start: number; end: number }[] = [];
	let text = '';
	for (const piece of marked.split(/(?=[«»])/)) {
		if (piece.startsWith('«')) { spans.push({ start: text.length, end: -1 }); }
		if (piece.startsWith('»')) { spans.at(-1)!.end = text.length; }
		text += /^[«»]/.test(piece) ? piece.slice(1) : piece;
	}
	return { text, spans };
}
