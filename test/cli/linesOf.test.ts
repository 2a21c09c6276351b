import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { linesOf } from '../../src/cli/linesOf.ts';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

async function lines(...chunks: readonly (string | Buffer)[]): Promise<readonly string[]> {
	const found = [];
	for await (const line of linesOf(Readable.from(chunks))) { found.push(line); }
	return found;
}

describe('lines of a stream', () => {
	it('end with a line feed, with or without a carriage return before it', async () => {
		assert.deepEqual(await lines('a\r\nb\n\n', 'c'), ['a', 'b', '', 'c']);
		assert.deepEqual(await lines(''), []);
		assert.deepEqual(await lines('\n'), ['']);
	});
	it('do not end with anything else', async () => {
		assert.deepEqual(await lines('a\rb\u2028c\u2029d\u0085e\n'), ['a\rb\u2028c\u2029d\u0085e']);
	});
	it('may be cut anywhere, within a letter and between the two of an end, too', async () => {
		const bytes = Buffer.from('\uFEFFaö😀\r\nb\n');
		assert.deepEqual(await lines(...[...bytes].map(byte => Buffer.from([byte]))), ['aö😀', 'b']);
	});
	it('take linear time, however long', async () => {
		const started = process.cpuUsage();
		const [line] = await lines(...Array.from({ length: 20_000 }, () => 'x'.repeat(1000)));
		assert.equal(line?.length, 20_000_000);
		assert.ok(process.cpuUsage(started).user < 5_000_000);
	});
	it('each have their answer from inspect --stdin, in order', async () => {
		const { code, out } = await runIn(folderWith({}), ['inspect', '--parse-only', '--stdin', '--format', 'jsonl'], { stdin: 'a:1\r\n\nb\u2028c\nd:2' });
		assert.equal(code, 0);
		assert.deepEqual(out.trim().split('\n').map(line => (JSON.parse(line) as { tag?: string }).tag), ['1', undefined, undefined, '2']);
	});
});
