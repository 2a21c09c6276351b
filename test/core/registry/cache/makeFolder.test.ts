import assert from 'node:assert/strict';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../../../src/core/registry/cache/makeFolder.ts';

describe('the folder of the cache', () => {
	let root = '';
	beforeEach(async () => { root = await mkdtemp(join(tmpdir(), 'pullcheck-folder-')); });
	afterEach(() => rm(root, { recursive: true, force: true }));

	it('is made with those above it, for this user alone, and may be there', async () => {
		const folder = join(root, 'a', 'b', 'c');
		makeFolder(folder);
		makeFolder(folder);
		if (process.platform !== 'win32') { assert.equal((await stat(join(root, 'a', 'b'))).mode & 0o777, 0o700); }
		assert.ok((await stat(folder)).isDirectory());
	});

	it('cannot be made below a file', async () => {
		await writeFile(join(root, 'file'), '');
		assert.throws(() => { makeFolder(join(root, 'file', 'a', 'b')); });
	});

	it('ends where nothing can be made and the system says that something is missing', function () {
		if (process.platform !== 'linux') { this.skip(); }
		assert.throws(() => { makeFolder('/proc/pullcheck/cache'); });
	});
});
