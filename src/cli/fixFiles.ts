import type { Finding } from '../core/model/index.ts';
import { applyFixes } from './applyFixes.ts';
import type { LoadedFacts } from './loadFacts.ts';
import { writeFiles } from './writeFiles.ts';

/** What was fixed, and what is found after it. */
export interface FixedFiles<T> {
	readonly result: T;
	readonly fixed: readonly Finding[];
}

/** A fix may uncover what another fixes; fixes that undo each other must come to an end. */
const mostRounds = 10;

/**
 * Applies the preferred fixes that are safe, reads what changed and checks again, until nothing is left to apply.
 *
 * @param again checks the files as they are now
 */
export async function fixFiles<T extends { readonly findings: readonly Finding[] }>(
	first: T,
	loaded: Pick<LoadedFacts, 'textOf' | 'reread'>,
	cwd: string,
	again: () => Promise<T>,
): Promise<FixedFiles<T>> {
	let result = first;
	const fixed: Finding[] = [];
	for (let round = 0; round < mostRounds; round++) {
		const { files, applied } = applyFixes(result.findings, loaded.textOf);
		if (files.length === 0) { break; }
		writeFiles(files, cwd);
		for (const { file } of files) { await loaded.reread(file); }
		fixed.push(...applied);
		result = await again();
	}
	return { result, fixed };
}
