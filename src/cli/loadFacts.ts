import type { EngineHost, FactsIndex } from '../core/engine/contract.ts';
import { createFactsIndex } from '../core/engine/factsIndex.ts';
import { guessLanguage } from './guessLanguage.ts';
import type { Streams } from './streams.ts';
import { walkFiles } from './walkFiles.ts';

/** The facts of all files below the paths. */
export interface LoadedFacts {
	readonly index: FactsIndex;
	/** Files that were read, in path order. */
	readonly files: readonly string[];
}

/** Walks, reads and extracts. Files that no kind claims are passed over, unless the user named them. */
export async function loadFacts(paths: readonly string[], streams: Streams, host: EngineHost, exclude: readonly string[] = []): Promise<LoadedFacts> {
	const index = createFactsIndex(host);
	const walked = await walkFiles(paths, streams.cwd, exclude, streams.signal);
	for (const { file, explicit } of walked) {
		if (streams.signal.aborted) { break; }
		const claimed = index.claims(file);
		if (!claimed && !explicit) { continue; }
		const text = await host.read(file);
		if (text === undefined) {
			if (explicit) { streams.err(`pullcheck: ${file}: not a UTF-8 text file of at most 10 MB; not read\n`); }
			continue;
		}
		await index.set(file, text, claimed ? undefined : guessLanguage(text));
	}
	// Only now is it known what files without a telling name are built or loaded.
	return { index, files: walked.map(({ file }) => file).filter(file => index.get(file)) };
}
