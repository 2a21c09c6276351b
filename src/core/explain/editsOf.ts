import type { Fix } from '../model/index.ts';
import type { LocatedPlace } from './locate.ts';

/** A change of a file that helps against a cause. */
export interface PlacedFix {
	readonly fix: Fix;
	/** The file that edits without one of their own mean. */
	readonly file: string;
}

/** The preferred edit of every finding at the places, each once, in the order of the places. */
export function editsOf(places: readonly LocatedPlace[]): readonly PlacedFix[] {
	const found = new Map<string, PlacedFix>();
	for (const { findings } of places) {
		for (const { file, fixes } of findings) {
			const fix = fixes.find(({ edits }) => edits.length > 0);
			if (!fix) { continue; }
			const key = JSON.stringify([file, fix.edits]);
			if (!found.has(key)) { found.set(key, { fix, file }); }
		}
	}
	return [...found.values()];
}
