import assert from 'node:assert/strict';
import { orderFindings } from '../../../src/core/engine/orderFindings.ts';
import type { Finding } from '../../../src/core/model/index.ts';

describe('findings in order', () => {
	const finding = (file: string, start: number, code: string, end = start + 1, text = 'm'): Finding => ({ file, span: { start, end }, code, severity: 'error', message: { text }, related: [], evidence: [], fixes: [] });
	const ordered = [finding('a', 9, 'z'), finding('b', 1, 'a'), finding('b', 1, 'b'), finding('b', 1, 'b', 5), finding('b', 1, 'b', 5, 'n'), finding('b', 2, 'a')];

	it('are by file, position, code, end and message, whoever came first', () => {
		assert.deepEqual(orderFindings([...ordered].reverse()), ordered);
		assert.deepEqual(orderFindings([3, 1, 5, 0, 4, 2].map(at => ordered[at]!)), ordered);
	});
});
