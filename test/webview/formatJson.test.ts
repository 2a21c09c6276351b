import assert from 'node:assert/strict';
import { formatJson } from '../../src/vscode/inspect/formatJson.ts';

describe('raw JSON, formatted', () => {
	it('looks as JSON.stringify writes it', () => {
		for (const value of [{ a: [1, { b: null }], c: {}, d: [], e: 'x, {y}: [z] "q" \\' }, [], [[[]]], 'text', {}]) {
			assert.equal(formatJson(JSON.stringify(value)), `${JSON.stringify(value, null, 2)}\n`);
			assert.equal(formatJson(JSON.stringify(value, null, 7)), `${JSON.stringify(value, null, 2)}\n`);
		}
	});

	it('keeps every token as it was written', () => {
		assert.equal(formatJson('{"a":1.0,"a":12345678901234567890,"\\u0041":"\\/"}'), '{\n  "a": 1.0,\n  "a": 12345678901234567890,\n  "\\u0041": "\\/"\n}\n');
	});

	it('bears text that is no JSON', () => {
		assert.deepEqual(['', '}', '{"a', '<html>'].map(formatJson), ['\n', '\n}\n', '{\n  "a\n', '<html>\n']);
	});
});
