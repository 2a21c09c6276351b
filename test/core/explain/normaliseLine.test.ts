import assert from 'node:assert/strict';
import { joinedLines } from '../../../src/core/explain/joinedLines.ts';
import { normaliseLine } from '../../../src/core/explain/normaliseLine.ts';
import { referenceIn } from '../../../src/core/explain/referenceIn.ts';

describe('explain: a line as its tool meant it', () => {
	for (const [line, meant] of [
		['time="2026-01-01" level=error msg=denied error="x y"', 'denied error="x y"'],
		['time="2026-01-01" level=error msg="cut off', 'cut off'],
		['level=error without a message', 'level=error without a message'],
		['{"msg":"\\u0041\\x15 \\"b\\"\\tc\\\\"}', 'A\\x15 "b" c\\'],
		['{"log":"time=\\"2026\\" level=warning msg=\\"The \\\\\\"TAG\\\\\\" variable\\"\\n","stream":"stderr"}', 'The "TAG" variable'],
		['{"stream":"Step 1/2 : FROM x\\n"}', 'Step 1/2 : FROM x'],
		['{"level":"info"}', '{"level":"info"}'],
		['2026-01-01T10:11:12.123456Z 01E+denied', 'denied'],
		['2026-01-01T10:11:12.1Z ##[error]denied', 'denied'],
		['::error file=Dockerfile,line=1::denied', 'denied'],
		['a 10 %\ra 90 %\rdenied\r', 'denied'],
		['\u001b]8;;https://x\u0007link\u001b]8;;\u0007 \u001b[1mbold\u001b[0m', 'link bold'],
	] as const) {
		it(JSON.stringify(line), () => { assert.equal(normaliseLine(line), meant); });
	}

	it('is looked at by its head and its tail where it is very long', () => {
		const line = normaliseLine(`begin ${'x'.repeat(100_000)} end`);
		assert.ok(line.length < 5000);
		assert.match(line, /^begin x+ x+ end$/);
	});

	it('is joined with the next where it fills the width of the output', () => {
		const full = `${'word '.repeat(15)}next`;
		assert.deepEqual(joinedLines([full, 'line']).map(({ line, count }) => [line, count]), [[1, 2]]);
		assert.deepEqual(joinedLines([full, full, 'end', 'other']).map(({ line, count }) => [line, count]), [[1, 3]]);
		for (const lines of [['short', 'lines'], [full, ''], [full], [], [`$ ${full.slice(2)}`, 'output'], [full, '2026-01-01T10:11:12Z a line of a log'], ['x'.repeat(400), 'y']]) {
			assert.deepEqual(joinedLines(lines), [], JSON.stringify(lines));
		}
	});

	it('names a digest, an address without a tag, or the lines before', () => {
		const digest = `sha256:${'1'.repeat(64)}`;
		assert.deepEqual(referenceIn(`GET https://gcr.io/v2/a/b/manifests/${digest}: no`, [], {}), { reference: `gcr.io/a/b@${digest}`, host: 'gcr.io' });
		assert.deepEqual(referenceIn('POST https://index.docker.io/v2/a/b/blobs/uploads/?x=1: no', [], {}), { reference: 'docker.io/a/b', host: 'index.docker.io' });
		assert.deepEqual(referenceIn(`reading manifest ${digest} in quay.io/a: no`, [], {}), { reference: `quay.io/a@${digest}`, host: 'quay.io' });
		assert.deepEqual(referenceIn('denied', ['1.0: Pulling from acme/app'], {}), { reference: 'acme/app:1.0' });
		assert.deepEqual(referenceIn('denied', [], { repository: 'acme/app' }), {});
		assert.deepEqual(referenceIn('denied', [], {}), {});
	});
});
