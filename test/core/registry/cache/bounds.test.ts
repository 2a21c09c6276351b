import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { createDiskCache } from '../../../../src/core/registry/cache/diskCache.ts';

const digest = (bytes: Buffer): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

describe('the bounds of the cache on disk', () => {
	let folder = '';
	beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'pullcheck-bounds-')); });
	afterEach(() => rm(folder, { recursive: true, force: true }));

	it('keep out what is over 4 MiB', async () => {
		const disk = createDiskCache(folder, Date.now);
		const large = Buffer.alloc(4 * 1024 * 1024 + 1);
		await disk.keepContent(digest(large), large);
		assert.equal(await disk.content(digest(large)), undefined);
		assert.deepEqual(await readdir(folder), []);
	});

	it('remove what a killed process left half written, and leave what another is writing', async () => {
		await mkdir(join(folder, 'content'), { recursive: true });
		for (const [name, age] of [['sha256-old.1.ab.tmp', 120_000], ['sha256-new.2.cd.tmp', 0]] as const) {
			await writeFile(join(folder, 'content', name), 'half');
			const then = new Date(Date.now() - age);
			await utimes(join(folder, 'content', name), then, then);
		}
		const disk = createDiskCache(folder, Date.now, 8000);
		const bytes = Buffer.alloc(1500, 'x');
		await disk.keepContent(digest(bytes), bytes);
		assert.deepEqual((await readdir(join(folder, 'content'))).sort(), [digest(bytes).replace(':', '-'), 'sha256-new.2.cd.tmp'].sort());
	});

	it('do not give an answer that says nothing of its age, or that answers another question', async () => {
		const disk = createDiskCache(folder, () => 1000);
		const file = join(folder, 'answers', createHash('sha256').update('q').digest('hex'));
		await mkdir(join(folder, 'answers'));
		for (const [kept, found] of [[{ question: 'q', value: 1 }, undefined], [{ question: 'p', at: 1000, value: 1 }, undefined], [{ question: 'q', at: 1000, value: 1 }, 1]] as const) {
			await writeFile(file, JSON.stringify(kept));
			assert.equal(await disk.answer('q', 60_000), found, JSON.stringify(kept));
		}
	});
});
