import type { ExtractCard, ExtractInput } from '../extract/card.ts';

const mostRounds = 12;
const mostFiles = 500;

/** Texts of the files that an extraction wants, and all paths that it asked for, there or not. */
export interface ReadNeeds {
	readonly files: ReadonlyMap<string, string>;
	readonly needs: ReadonlySet<string>;
}

/** Asks the card what it needs until it wants nothing new: what an included file includes shows only once that one is read. Bounded. */
export async function readNeeds(
	card: ExtractCard,
	input: Omit<ExtractInput, 'files'>,
	read: (file: string) => Promise<string | undefined>,
): Promise<ReadNeeds> {
	const files = new Map<string, string>();
	const needs = new Set<string>();
	for (let round = 0; round < mostRounds; round++) {
		const wanted = needsOf(card, { ...input, files }).filter(path => path !== input.file && !needs.has(path));
		if (wanted.length === 0 || needs.size + wanted.length > mostFiles) { break; }
		for (const path of new Set(wanted)) {
			needs.add(path);
			const text = await read(path);
			if (text !== undefined) { files.set(path, text); }
		}
	}
	return { files, needs };
}

function needsOf(card: ExtractCard, input: ExtractInput): readonly string[] {
	try {
		return card.needs?.(input) ?? [];
	} catch {
		return [];
	}
}
