import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiskCache } from '../../../../src/core/registry/cache/diskCache.ts';
import { createPackedCache } from '../../../../src/core/registry/cache/packedCache.ts';

describe('what is kept on disk', () => {
	for (const [part, count, create] of [['answers', 2, createDiskCache], ['packs', 1, createPackedCache]] as const) {
		it(`is for its owner only to read: ${part}`, async () => {
			const folder = mkdtempSync(join(tmpdir(), 'pullcheck-owner-'));
			try {
				const cache = create(join(folder, 'cache'), Date.now);
				await cache.keepAnswer('q', 1);
				await cache.keepAnswer('r', 2);
				await cache.close();
				const names = readdirSync(join(folder, 'cache', part));
				assert.equal(names.length, count);
				// Windows keeps others out by the folder that it lies in.
				const others = process.platform === 'win32' ? 0 : 0o077;
				for (const path of [`cache/${part}`, ...names.map(name => `cache/${part}/${name}`)]) { assert.equal(statSync(join(folder, path)).mode & others, 0, path); }
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		});
	}
});
