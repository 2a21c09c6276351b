import { createFactsIndex } from '../../src/core/engine/factsIndex.ts';
import { emptyFacts } from '../../src/core/extract/emptyFacts.ts';
import { expectFacts, readMarks } from './expectUses.ts';

/** A file's text with its references between `«` and `»`, and what each of them is (see `expectUses`). */
export type MarkedFile = readonly [marked: string, ...expected: string[]];

/** Checks what is found in files that belong together, by path; in whatever order they are read. */
export async function expectProject(files: Readonly<Record<string, MarkedFile>>, environment: Readonly<Record<string, string>> = {}): Promise<void> {
	const texts = new Map(Object.entries(files).map(([file, [marked]]) => [`/w/${file}`, readMarks(marked).text]));
	for (const order of [[...texts.keys()], [...texts.keys()].reverse()]) {
		const index = createFactsIndex({ environment, read: path => Promise.resolve(texts.get(path)) });
		for (const file of order) { await index.set(file, texts.get(file)); }
		for (const [file, [marked, ...expected]] of Object.entries(files)) {
			expectFacts(index.get(`/w/${file}`) ?? emptyFacts(file, 'compose', texts.get(`/w/${file}`)!), marked, expected);
		}
	}
}
