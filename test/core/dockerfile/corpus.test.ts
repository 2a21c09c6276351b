import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDockerfileName } from '../../../src/core/extract/dockerfile/isDockerfileName.ts';
import { canonicalWithTag } from '../../../src/core/reference/canonicalWithTag.ts';
import { decodeText } from '../../../src/core/util/decodeText.ts';
import { lineIndex, type Position } from '../../../src/core/util/lineIndex.ts';
import { corpusFolder, corpusLines } from '../../support/corpus.ts';
import { readText } from './support.ts';

interface Expected {
	readonly file: string;
	readonly kind: string;
	readonly class: string;
	readonly text: string;
	readonly range: { readonly start: Position; readonly end: Position };
	readonly image: string | null;
	readonly environmentDependent?: boolean;
}

/** Taken when no corpus lies next to the checkout. */
const own = {
	text: '# syntax=docker/dockerfile:1\nARG V=3.20\nFROM alpine:"${V}" AS x\nFROM ${BASE}\nCOPY --from=x a b\n',
	expected: [
		{ file: 'Dockerfile', kind: 'syntax', class: 'image', text: 'docker/dockerfile:1', range: range(0, 9, 28), image: 'docker.io/docker/dockerfile:1' },
		{ file: 'Dockerfile', kind: 'from', class: 'image', text: 'alpine:"${V}"', range: range(2, 5, 18), image: 'docker.io/library/alpine:3.20' },
		{ file: 'Dockerfile', kind: 'from', class: 'variable', text: '${BASE}', range: range(3, 5, 12), image: null },
		{ file: 'Dockerfile', kind: 'copy-from', class: 'stage', text: 'x', range: range(4, 12, 13), image: null },
	] as readonly Expected[],
};

function byPlace({ range: { start: one } }: Expected, { range: { start: other } }: Expected): number {
	return one.line - other.line || one.character - other.character;
}

function range(line: number, from: number, to: number): Expected['range'] {
	return { start: { line, character: from }, end: { line, character: to } };
}

describe('the Dockerfiles of the corpus', () => {
	const entries = corpusLines<{ file: string; type: string }>('index.jsonl')?.filter(({ type }) => type === 'dockerfile') ?? [{ file: 'Dockerfile' }];
	const expected = corpusLines<Expected>('expected.jsonl') ?? own.expected;
	for (const { file } of entries) {
		it(file, () => {
			assert(isDockerfileName(file));
			const text = corpusFolder === undefined ? own.text : decodeText(readFileSync(join(corpusFolder, file)))!;
			const index = lineIndex(text);
			const got = readText(text).uses.map(use => ({
				kind: use.kind, class: use.class, text: use.text,
				range: { start: index.positionAt(use.span.start), end: index.positionAt(use.span.end) },
				image: use.reference ? canonicalWithTag(use.reference) : null,
				environmentDependent: use.environmentDependent ?? false,
			}));
			const wanted = [...expected].filter(each => each.file === file).sort(byPlace).map((each, at) => ({
				kind: each.kind, class: each.class, text: each.text, range: each.range,
				// The corpus leaves the image out where only one of its sources gave it.
				image: each.image ?? (each.class === 'image' ? got[at]?.image ?? null : null),
				environmentDependent: each.environmentDependent ?? false,
			}));
			assert.deepEqual(got, wanted);
		});
	}
});
