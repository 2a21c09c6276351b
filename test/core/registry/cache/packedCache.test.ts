import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackedCache } from '../../../../src/core/registry/cache/packedCache.ts';
import { digestOf } from '../../../support/fakeRegistry/store.ts';
import { bench, ref } from '../testRegistry.ts';

describe('what a process that ends soon learned', () => {
	const { fake, client } = bench();
	let folder = '';
	let packs = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'pullcheck-packs-'));
		packs = join(folder, 'packs');
	});
	afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

	const text = (bytes: Buffer | undefined): string | undefined => bytes?.toString();

	it('is in one file, and known to the next', async () => {
		const registry = await fake();
		const names = ['demo/app:1.0', 'demo/app:1.1', 'demo/multi:1.0'].map(name => ref(`${registry.host}/${name}`));
		const first = client({ cacheFolder: folder, endsSoon: true });
		await Promise.all(names.map(name => first.check(name)));
		assert.deepEqual(readdirSync(folder), []);
		await first.dispose();
		assert.deepEqual(readdirSync(folder), ['packs']);
		assert.equal(readdirSync(packs).length, 1);
		registry.reset();
		const second = client({ cacheFolder: folder, endsSoon: true });
		for (const name of names) {
			const verdict = await second.check(name);
			assert.equal(verdict.verdict === 'exists' && verdict.evidence.cached, true);
			assert.equal((await second.manifest(name)).known, true);
		}
		assert.equal(registry.requests.length, 0);
	});

	it('is written before the end when it is much', async () => {
		const cache = createPackedCache(folder, Date.now);
		for (let index = 0; index < 300; index++) { await cache.keepAnswer(`q${index}`, index); }
		assert.equal(await createPackedCache(folder, Date.now).answer('q0', 1000), 0);
		assert.equal(await createPackedCache(folder, Date.now).answer('q299', 1000), undefined);
		await cache.close();
		assert.equal(await createPackedCache(folder, Date.now).answer('q299', 1000), 299);
	});

	it('is not believed when the file has changed', async () => {
		const digest = digestOf('content');
		const cache = createPackedCache(folder, Date.now);
		await cache.keepContent(digest, Buffer.from('content'));
		await cache.keepContent(digestOf('other'), Buffer.from('something else'));
		await cache.keepAnswer('q', 'a');
		await cache.close();
		const [name = ''] = readdirSync(packs);
		const whole = readFileSync(join(packs, name), 'latin1');
		const found = async (changed: string): Promise<unknown> => {
			writeFileSync(join(packs, name), changed, 'latin1');
			const next = createPackedCache(folder, Date.now);
			return [text(await next.content(digest)), text(await next.content(digestOf('other'))), await next.answer('q', 60_000)];
		};
		assert.deepEqual(await found(whole), ['content', undefined, 'a']);
		assert.deepEqual(await found(whole.replace('content', 'contend')), [undefined, undefined, 'a']);
		assert.deepEqual(await found(whole.replace('"a"', '"a ')), ['content', undefined, undefined]);
		for (const broken of ['', '\n', whole.slice(0, -1), `${whole}x`, whole.slice(1), whole.replace('"answer q"', '7'), whole.replace(/,\d+\]\]\n/, ',-3]]\n')]) {
			assert.deepEqual(await found(broken), [undefined, undefined, undefined], JSON.stringify(broken));
		}
		// What could not be read is learned and kept anew.
		writeFileSync(join(packs, name), whole.replace('content', 'contend'), 'latin1');
		const again = createPackedCache(folder, () => Date.now() + 1000);
		await again.keepContent(digest, Buffer.from('content'));
		await again.close();
		assert.equal(text(await createPackedCache(folder, Date.now).content(digest)), 'content');
	});

	it('is not read through links or from pipes that others put there', async () => {
		const cache = createPackedCache(folder, Date.now);
		await cache.keepAnswer('q', 'a');
		await cache.close();
		const elsewhere = join(folder, 'elsewhere');
		const [name = ''] = readdirSync(packs);
		renameSync(join(packs, name), elsewhere);
		symlinkSync(elsewhere, join(packs, name));
		execFileSync('mkfifo', [join(packs, 'pipe')]);
		assert.equal(await createPackedCache(folder, Date.now).answer('q', 60_000), undefined);
	});

	it('does not live for ever in its own file: files of many runs become one, and many contents files of their own', async () => {
		const contents = Array.from({ length: 120 }, (_, index) => Buffer.alloc(15_000, `${index} `));
		let most = 0;
		for (const [index, bytes] of contents.entries()) {
			const cache = createPackedCache(folder, Date.now);
			await cache.keepContent(digestOf(bytes), bytes);
			await cache.keepAnswer(`q${index}`, index);
			await cache.close();
			most = Math.max(most, readdirSync(packs).length);
		}
		assert.equal(most, 8);
		assert.ok(readdirSync(join(folder, 'content')).length > 60);
		const last = createPackedCache(folder, Date.now);
		for (const [index, bytes] of contents.entries()) {
			assert.ok((await last.content(digestOf(bytes)))?.equals(bytes), String(index));
			assert.equal(await last.answer(`q${index}`, 60_000), index);
		}
	});

	it('is kept for its time: not answers from the future, nor old ones, and the youngest of two', async () => {
		let now = 1_000_000;
		for (const value of ['first', 'second']) {
			const cache = createPackedCache(folder, () => now);
			await cache.keepAnswer('q', value);
			await cache.close();
			now += 1000;
		}
		const next = createPackedCache(folder, () => now);
		assert.equal(await next.answer('q', 1001), 'second');
		assert.equal(await next.answer('q', 1000), undefined);
		now = 1_000_500;
		assert.equal(await next.answer('q', 60_000), undefined);
	});

	it('is forgotten when asked to, by those that come later too', async () => {
		const cache = createPackedCache(folder, Date.now);
		await cache.keepAnswer('q', 1);
		await cache.keepAnswer('r', 2);
		await cache.close();
		const second = createPackedCache(folder, Date.now);
		await second.forget('q');
		await second.forget('nothing');
		assert.equal(await second.answer('q', 60_000), undefined);
		await second.close();
		const third = createPackedCache(folder, Date.now);
		assert.equal(await third.answer('q', 60_000), undefined);
		assert.equal(await third.answer('r', 60_000), 2);
		await third.clear();
		assert.equal(await third.answer('r', 60_000), undefined);
		await third.close();
		assert.deepEqual(readdirSync(folder), []);
	});

	it('is kept by several at one time, and by none where nothing can be written', async () => {
		const caches = Array.from({ length: 12 }, () => createPackedCache(folder, Date.now));
		for (const [index, cache] of caches.entries()) { await cache.keepAnswer(`q${index}`, index); }
		await Promise.all(caches.map(cache => cache.close()));
		const all = createPackedCache(folder, Date.now);
		for (const index of caches.keys()) { assert.equal(await all.answer(`q${index}`, 60_000), index); }
		writeFileSync(join(folder, 'a-file'), '');
		const nowhere = createPackedCache(join(folder, 'a-file', 'below'), Date.now);
		await nowhere.keepAnswer('q', 1);
		await nowhere.close();
		assert.equal(await nowhere.answer('q', 60_000), 1);
	});
});
