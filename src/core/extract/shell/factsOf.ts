import type { FileFacts, FileKind } from '../../model/index.ts';
import type { ExtractInput } from '../card.ts';

/** The facts of a file that has what is given and nothing else. */
export function factsOf(kind: FileKind, { file, text }: ExtractInput, facts: Partial<FileFacts>): FileFacts {
	return { file, kind, text, uses: [], commands: [], steps: [], builds: [], evidence: [], entries: [], ...facts };
}
