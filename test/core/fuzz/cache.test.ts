import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { createDiskCache } from '../../../src/core/registry/cache/diskCache.ts';
import { holdsAsync, patience, seed } from './runs.ts';

/** What happens to a file: cut to a share of its length, or filled with something else. */
const damage = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ maxLength: 200 }), fc.json().map(text => Buffer.from(text)));

describe(`The cache survives whatever became of its files (seed ${seed})`, function () {
	this.timeout(patience);
	let folder: string;
	before(() => { folder = mkdtempSync(join(tmpdir(), 'pullcheck-cache-')); });
	after(() => { rmSync(folder, { recursive: true, force: true }); });

	it('a broken file is a miss, and the next answer is kept again', async () => {
		const bytes = Buffer.from('{"schemaVersion":2}');
		const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
		await holdsAsync<[number | Uint8Array, number | Uint8Array]>([damage, damage], 150, async (first, second) => {
			const cache = createDiskCache(folder, () => 1_000_000);
			await cache.keepContent(digest, bytes);
			await cache.keepAnswer('q', { tags: ['1'] });
			harm('content', first);
			harm('answers', second);
			const content = await cache.content(digest);
			assert.ok(content === undefined || content.equals(bytes));
			const answer = await cache.answer('q', 1000);
			assert.ok(answer === undefined || JSON.stringify(answer) === '{"tags":["1"]}', JSON.stringify(answer));
			await cache.keepContent(digest, bytes);
			await cache.keepAnswer('q', 2);
			assert.ok((await cache.content(digest))?.equals(bytes));
			assert.equal(await cache.answer('q', 1000), 2);
		});
	});

	function harm(part: string, how: number | Uint8Array): void {
		for (const name of readdirSync(join(folder, part))) {
			const path = join(folder, part, name);
			const content = readFileSync(path);
			writeFileSync(path, typeof how === 'number' ? content.subarray(0, Math.floor(how * content.length)) : how);
		}
	}
});
