import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDiskCache } from '../../../../src/core/registry/cache/diskCache.ts';
import { createMemoryCache } from '../../../../src/core/registry/cache/memoryCache.ts';
import { digestOf } from '../../../support/fakeRegistry/store.ts';
import { bench, loggedIn, ref } from '../testRegistry.ts';

describe('what was learned', () => {
	const { fake, client } = bench();
	let folder = '';
	beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'pullcheck-cache-')); });
	afterEach(() => rm(folder, { recursive: true, force: true }));

	it('is known to the next process: content for ever, tags for their time', async () => {
		let now = Date.now();
		const registry = await fake();
		const name = ref(`${registry.host}/demo/multi:1.0`);
		const first = client({ cacheFolder: folder, clock: () => now });
		await first.inspect(name, { platforms: 'all' });
		await first.dispose();
		registry.reset();
		const second = client({ cacheFolder: folder, clock: () => now });
		const tree = await second.inspect(name, { platforms: 'all' });
		assert.equal('known' in tree && tree.known && tree.value.platforms.length, 4);
		assert.equal((await second.check(name)).evidence.cached, true);
		assert.equal(registry.requests.length, 0);
		now += 301_000;
		const third = client({ cacheFolder: folder, clock: () => now });
		await third.inspect(name, { platforms: 'all' });
		assert.equal(registry.requests.length, 1);
	});

	it('is forgotten when asked to', async () => {
		const registry = await fake();
		const name = ref(`${registry.host}/demo/app:1.0`);
		const port = client({ cacheFolder: folder });
		await port.check(name);
		registry.deleteTag('demo/app', '1.0');
		assert.equal((await port.check(name)).verdict, 'exists');
		await port.refresh(name);
		assert.equal((await port.check(name)).verdict, 'tag-missing');
		registry.repository('demo/app').tags.set('1.0', registry.repository('demo/app').tags.get('1.1') ?? '');
		await port.refresh(undefined, true);
		assert.equal((await port.check(name)).verdict, 'exists');
	});

	it('holds no secret', async () => {
		const users = { alice: 'planted-Passw0rd-77' };
		const registry = await fake({ auth: { type: 'bearer', users } });
		const port = client({ cacheFolder: folder, ...loggedIn(registry.host, 'alice', users.alice) });
		await port.inspect(ref(`${registry.host}/demo/private:1.0`), { platforms: 'all' });
		await port.dispose();
		for (const part of await readdir(folder)) {
			for (const name of await readdir(join(folder, part))) {
				const text = await readFile(join(folder, part, name), 'utf8');
				for (const secret of [users.alice, Buffer.from(`alice:${users.alice}`).toString('base64'), ...registry.authority.tokens.keys()]) { assert.equal(text.includes(secret), false, name); }
			}
		}
		assert.ok(registry.authority.tokens.size > 0);
	});

	it('is not believed when the file has changed', async () => {
		const disk = createDiskCache(folder, Date.now);
		const digest = digestOf('content');
		await disk.keepContent(digest, Buffer.from('content'));
		assert.equal((await disk.content(digest))?.toString(), 'content');
		await writeFile(join(folder, 'content', digest.replace(':', '-')), 'cont');
		assert.equal(await disk.content(digest), undefined);
		assert.deepEqual(await readdir(join(folder, 'content')), []);
		await disk.keepContent(digest, Buffer.from('something else'));
		assert.equal(await disk.content(digest), undefined);
	});

	it('stays within its bound and throws out what was not read for longest', async () => {
		let now = Date.parse('2026-01-01');
		const disk = createDiskCache(folder, () => now, 100_000);
		const digests: string[] = [];
		for (let index = 0; index < 40; index++) {
			now += 1000;
			const bytes = Buffer.alloc(5000, index);
			digests.push(digestOf(bytes));
			await disk.keepContent(digests[index] ?? '', bytes);
			await disk.content(digests[index] ?? '');
		}
		const names = await readdir(join(folder, 'content'));
		assert.ok(names.length <= 25, String(names.length));
		assert.ok(await disk.content(digests[39] ?? ''));
		assert.equal(await disk.content(digests[0] ?? ''), undefined);
	});

	it('survives several writers, leftovers and a folder that cannot be written', async () => {
		const bytes = Buffer.alloc(200_000, 7);
		const digest = digestOf(bytes);
		const writers = Array.from({ length: 8 }, () => createDiskCache(folder, Date.now));
		const reads = await Promise.all(writers.map(async writer => {
			await writer.keepContent(digest, bytes);
			return writer.content(digest);
		}));
		assert.ok(reads.every(read => read?.equals(bytes)));
		assert.deepEqual((await readdir(join(folder, 'content'))).filter(name => name.endsWith('.tmp')), []);
		await writeFile(join(folder, 'a-file'), '');
		const nowhere = createDiskCache(join(folder, 'a-file', 'below'), Date.now);
		await nowhere.keepContent(digest, bytes);
		assert.equal(await nowhere.content(digest), undefined);
	});

	it('does not believe answers from the future, nor old ones, nor garbage', async () => {
		let now = 1_000_000;
		const disk = createDiskCache(folder, () => now);
		await disk.keepAnswer('q', { a: 1 });
		assert.deepEqual(await disk.answer('q', 1000), { a: 1 });
		now -= 1;
		assert.equal(await disk.answer('q', 1000), undefined);
		now += 1001;
		assert.equal(await disk.answer('q', 1000), undefined);
		const [file = ''] = await readdir(join(folder, 'answers'));
		await writeFile(join(folder, 'answers', file), '{"question":"q","at":');
		assert.equal(await disk.answer('q', 1e9), undefined);
	});

	it('takes bounded memory', () => {
		const memory = createMemoryCache<string>(() => 0, 100, text => text.length);
		for (let index = 0; index < 50; index++) { memory.set(String(index), 'x'.repeat(10), 1000); }
		assert.equal([...memory.keys()].length, 10);
		assert.equal(memory.get('49'), 'x'.repeat(10));
		assert.equal(memory.get('0'), undefined);
	});

	it('that was bad news is asked again soon', async () => {
		let now = Date.now();
		const registry = await fake();
		const name = ref(`${registry.host}/demo/app:9.9`);
		const port = client({ clock: () => now });
		assert.equal((await port.check(name)).verdict, 'tag-missing');
		registry.repository('demo/app').tags.set('9.9', registry.repository('demo/app').tags.get('1.0') ?? '');
		assert.equal((await port.check(name)).verdict, 'tag-missing');
		assert.equal(port.known(name)?.verdict, 'tag-missing');
		now += 61_000;
		assert.equal((await port.check(name)).verdict, 'exists');
	});
});
