import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiskCache } from '../../../../src/core/registry/cache/diskCache.ts';

describe('what is kept on disk', () => {
	for (const blocking of [false, true]) {
		it(`is for its owner only to read, written ${blocking ? 'at once' : 'later'}`, async () => {
			const folder = mkdtempSync(join(tmpdir(), 'pullcheck-owner-'));
			try {
				const cache = createDiskCache(join(folder, 'cache'), Date.now, undefined, blocking);
				await cache.keepAnswer('q', 1);
				await cache.keepAnswer('r', 2);
				const names = readdirSync(join(folder, 'cache/answers'));
				assert.equal(names.length, 2);
				// Windows keeps others out by the folder that it lies in.
				const others = process.platform === 'win32' ? 0 : 0o077;
				for (const path of ['cache/answers', ...names.map(name => `cache/answers/${name}`)]) { assert.equal(statSync(join(folder, path)).mode & others, 0, path); }
			} finally {
				rmSync(folder, { recursive: true, force: true });
			}
		});
	}
});
