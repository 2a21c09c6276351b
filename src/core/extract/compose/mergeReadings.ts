import type { BuildLink, ImageUse, YamlEntry } from '../../model/index.ts';
import { addAlternative } from '../addAlternative.ts';
import { isBuiltBeside, isOverruled } from './composeContext.ts';
import type { ComposeContext } from './composeContext.ts';

/** What a file says in all of its projects. */
export interface ComposeReading {
	/** By their place. */
	readonly uses: readonly ImageUse[];
	readonly builds: readonly BuildLink[];
	readonly entries: readonly YamlEntry[];
}

/**
 * Lays readings of one file together: further values of a reference become its alternatives. Where only an extending project knows a
 * value, or reaches a place at all, it is taken from there; it says nothing of who builds what.
 */
export function mergeReadings(loading: readonly ComposeContext[], extending: readonly ComposeContext[]): ComposeReading {
	const uses = new Map<string, ImageUse>();
	for (const [key, use] of loading.flatMap(reading => [...reading.uses])) {
		const known = uses.get(key);
		const best = !known || isBetter(known, use) || isOverruled(known, use.class) ? use : addAlternative(known, use);
		uses.set(key, known && isBuiltBeside(known, use) ? { ...best, neverPulled: true } : best);
	}
	for (const [key, use] of extending.flatMap(reading => [...reading.uses])) {
		const known = uses.get(key);
		if (!known || isBetter(known, use)) { uses.set(key, use); }
	}
	return {
		uses: [...uses.values()].sort((a, b) => a.span.start - b.span.start),
		builds: loading.flatMap(reading => reading.builds),
		entries: [...loading, ...extending].find(reading => reading.entries.length > 0)?.entries ?? [],
	};
}

function isBetter(known: ImageUse, other: ImageUse): boolean {
	return known.value === undefined && other.value !== undefined;
}
