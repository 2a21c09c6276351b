import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bench, files, loggedIn, ref } from '../testRegistry.ts';

const users = { alice: 'planted-Passw0rd-77', bob: 'planted-Passw0rd-88' };

describe('an answer kept on disk', () => {
	const { fake, client } = bench();
	let folder = '';
	beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'pullcheck-kept-')); });
	afterEach(() => rm(folder, { recursive: true, force: true }));

	for (const auth of ['basic', 'bearer'] as const) {
		it(`that a ${auth} login was needed for is not given to others`, async () => {
			const registry = await fake({ auth: { type: auth, users } });
			const name = ref(`${registry.host}/demo/private:1.0`);
			const alice = loggedIn(registry.host, 'alice', users.alice);
			const first = client({ cacheFolder: folder, ...alice });
			assert.equal((await first.check(name)).verdict, 'exists');
			await first.dispose();
			registry.reset();
			const again = await client({ cacheFolder: folder, ...alice }).check(name);
			assert.deepEqual([again.verdict, again.evidence.cached, registry.requests.length], ['exists', true, 0]);
			assert.notEqual((await client({ cacheFolder: folder }).check(name)).verdict, 'exists');
			assert.equal((await client({ cacheFolder: folder, ...loggedIn(registry.host, 'bob', users.bob) }).check(name)).evidence.cached, false);
		});
	}

	it('that anybody gets is given to everybody, and no login is looked for', async () => {
		const registry = await fake();
		const name = ref(`${registry.host}/demo/app:1.0`);
		const first = client({ cacheFolder: folder });
		await first.check(name);
		await first.dispose();
		const untouched = { name: 'untouched', find: () => Promise.reject(new Error('was asked')) };
		assert.equal((await client({ cacheFolder: folder, credentials: [untouched] }).check(name)).evidence.cached, true);
	});

	it('of a digest costs the next process nothing for a day, then is asked again', async () => {
		const registry = await fake();
		let now = Date.parse('2026-11-22T10:00:00Z');
		const check = async (name: string) => {
			const port = client({ cacheFolder: folder, clock: () => now });
			const verdict = await port.check(ref(`${registry.host}/demo/app${name}`));
			await port.dispose();
			return verdict;
		};
		const tagged = await check(':1.0');
		assert.ok(tagged.verdict === 'exists');
		await check(`@${tagged.digest}`);
		registry.reset();
		now += 23 * 3_600_000;
		assert.deepEqual([(await check(`@${tagged.digest}`)).evidence.cached, registry.requests.length], [true, 0]);
		assert.equal((await check(':1.0')).evidence.cached, false);
		now += 2 * 3_600_000;
		assert.equal((await check(`@${tagged.digest}`)).evidence.cached, false);
	});

	it('is not kept while a helper or a login file is broken', async () => {
		const registry = await fake({ auth: { type: 'bearer', users } });
		const name = ref(`${registry.host}/demo/app:1.0`);
		const broken = { files: files({ '/nobody/.docker/config.json': '{' }) };
		for (const run of [1, 2]) {
			const port = client({ cacheFolder: folder, ...broken });
			const { evidence } = await port.check(name);
			await port.dispose();
			assert.deepEqual([evidence.cached, evidence.savedLogin?.kind], [false, 'unreadable'], `run ${run}`);
		}
		assert.equal((await client({ cacheFolder: folder }).check(name)).evidence.savedLogin, undefined);
	});

	it('names no user', async () => {
		const registry = await fake({ auth: { type: 'basic', users } });
		const port = client({ cacheFolder: folder, ...loggedIn(registry.host, 'alice', users.alice) });
		await port.check(ref(`${registry.host}/demo/private:1.0`));
		await port.dispose();
		const [name = ''] = await readdir(join(folder, 'answers'));
		assert.equal((await readFile(join(folder, 'answers', name), 'utf8')).includes('alice'), false);
	});

	it('does not hide that the saved login is no longer taken', async () => {
		const registry = await fake({ auth: { type: 'bearer', users } });
		const name = ref(`${registry.host}/demo/app:1.0`);
		const wrong = loggedIn(registry.host, 'alice', 'changed-since');
		for (const run of [1, 2]) {
			const port = client({ cacheFolder: folder, ...wrong });
			const verdict = await port.check(name);
			await port.dispose();
			assert.ok(verdict.verdict === 'exists' && verdict.staleLogin, `run ${run}: ${verdict.verdict}`);
		}
		const port = client({ cacheFolder: folder });
		const verdict = await port.check(name);
		assert.ok(verdict.verdict === 'exists' && !verdict.staleLogin);
	});
});
