import type { FileFacts } from '../model/index.ts';

/** Facts of a file in which nothing was found. */
export function emptyFacts(file: string, kind: FileFacts['kind'], text: string): FileFacts {
	return { file, kind, text, uses: [], commands: [], steps: [], builds: [], evidence: [], entries: [] };
}
