import type { FileFacts } from '../model/index.ts';
import type { ExtractCard, ExtractInput } from './card.ts';
import { cards } from './cards.ts';
import { emptyFacts } from './emptyFacts.ts';

/** The card that reads a file; `undefined` when no kind claims it. */
export function cardFor(file: string, languageId: string | undefined, text: string): ExtractCard | undefined {
	return cards.find(card => card.matches(file, languageId, text));
}

/** Reads one file by its card; `undefined` when none claims it. Never throws: what cannot be read gives no facts. */
export function extractFile(input: ExtractInput, card = cardFor(input.file, input.languageId, input.text)): FileFacts | undefined {
	if (!card) { return undefined; }
	const { file, text } = input;
	if (isBinary(text)) { return emptyFacts(file, card.kind, text); }
	try {
		return card.extract(input);
	} catch {
		// A fault of ours in one file must not hide what the other files say.
		return emptyFacts(file, card.kind, text);
	}
}

/** A NUL stands in no text file. */
function isBinary(text: string): boolean {
	return text.slice(0, 65_536).includes('\0');
}
