import assert from 'node:assert/strict';
import { lineIndex } from '../../../src/core/util/lineIndex.ts';

describe('lines and columns of a text', () => {
	const text = 'ab\r\n\n😀c\rd\n';
	const places: readonly (readonly [offset: number, line: number, character: number])[] = [[0, 0, 0], [2, 0, 2], [3, 0, 3], [4, 1, 0], [5, 2, 0], [7, 2, 2], [9, 2, 4], [10, 2, 5], [11, 3, 0]];
	for (const [offset, line, character] of places) {
		it(`offset ${offset} is line ${line}, column ${character}, and back`, () => {
			const index = lineIndex(text);
			assert.deepEqual(index.positionAt(offset), { line, character });
			assert.equal(index.offsetAt({ line, character }), offset);
		});
	}
});
