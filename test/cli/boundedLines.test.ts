import assert from 'node:assert/strict';
import { boundedLines } from '../../src/cli/boundedLines.ts';

async function pieces(...chunks: readonly (string | Buffer)[]): Promise<readonly string[]> {
	const found: string[] = [];
	for await (const group of boundedLines((async function* () { yield* chunks; })())) { found.push(...group.map(({ line, text }) => `${line} ${text}`)); }
	return found;
}

describe('Lines of a stream in pieces', () => {
	it('end with LF and CRLF, wherever a chunk ends; a carriage return ends a piece', async () => {
		assert.deepEqual(await pieces('a\nb\r\nc\rd'), ['1 a', '2 b', '3 c', '3 d']);
		assert.deepEqual(await pieces('a\r', '\nb', 'c\r', 'd\n', '\n', '\r'), ['1 a', '2 bc', '2 d', '3 ']);
		assert.deepEqual(await pieces(), []);
	});

	it('keep characters whose bytes come in two chunks', async () => {
		const bytes = Buffer.from('größe\n');
		assert.deepEqual(await pieces(bytes.subarray(0, 3), bytes.subarray(3)), ['1 größe']);
	});

	it('are of UTF-16 where its mark says so, as PowerShell writes a file', async () => {
		const bytes = Buffer.from('\ufeffgröße\r\n😀\r\n', 'utf16le');
		assert.deepEqual(await pieces(bytes.subarray(0, 9), bytes.subarray(9, 19), bytes.subarray(19)), ['1 \ufeffgröße', '2 😀']);
	});

	it('of great length keep their head and their tail', async () => {
		const [first = '', next] = await pieces('begin', ...Array.from({ length: 100 }, () => 'x'.repeat(10_000)), 'end\nnext');
		assert.ok(first.length < 80_000, String(first.length));
		assert.match(first, /^1 beginx+ x+end$/);
		assert.equal(next, '2 next');
	});
});
