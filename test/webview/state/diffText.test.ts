import assert from 'node:assert/strict';
import { diffText, type DiffPart } from '../../../webview-ui/state/diffText.ts';

describe('what differs between two texts', () => {
	for (const [what, a, b, drawnA, drawnB] of [
		['the middle', 'GOLANG_VERSION=1.24.6', 'GOLANG_VERSION=1.25.1', 'GOLANG_VERSION=1.2[4.6]', 'GOLANG_VERSION=1.2[5.1]'],
		['a common end stays plain', '2025-08-12 22:10 UTC', '2025-09-09 01:12 UTC', '2025-0[8-12 22:10] UTC', '2025-0[9-09 01:12] UTC'],
		['lists piece by piece', '10.0.1.4, 10.0.2.5', '10.0.1.6, 10.0.2.7', '10.0.1.[4], 10.0.2.[5]', '10.0.1.[6], 10.0.2.[7]'],
		['lists of different length as a whole', 'a, b', 'a, b, c', 'a, b', 'a, b[, c]'],
		['one character that is an end and a beginning is not counted twice', 'aa', 'aaa', 'aa', 'aa[a]'],
		['nothing in common', 'x', 'y', '[x]', '[y]'],
		['pairs of surrogates stay whole', '🚀', '🚁', '[🚀]', '[🚁]'],
		['the same', 'x', 'x', 'x', 'x'],
	] as const) {
		it(what, () => {
			const parts = diffText(a, b);
			assert.deepEqual([draw(parts.a), draw(parts.b)], [drawnA, drawnB]);
		});
	}
});

function draw(parts: readonly DiffPart[]): string {
	return parts.map(({ text, differs }) => differs ? `[${text}]` : text).join('');
}
