import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bench, loggedIn, ref } from '../testRegistry.ts';

const alice = 'planted-Passw0rd-77';

describe('a challenge that an earlier process was told', () => {
	const { fake, client } = bench();
	let folder = '';
	beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'pullcheck-challenge-')); });
	afterEach(() => rm(folder, { recursive: true, force: true }));

	/** One process: asks, and ends. */
	async function ask(name: string, options: Parameters<typeof client>[0] = {}): Promise<string> {
		const port = client({ cacheFolder: folder, ...options });
		const { verdict } = await port.check(ref(name));
		await port.dispose();
		return verdict;
	}

	it('makes the next image of a known host cost two requests, and an old answer two', async () => {
		const registry = await fake({ auth: { type: 'bearer' } });
		let now = Date.parse('2026-11-22T10:00:00Z');
		const clock = (): number => now;
		const spent: number[] = [];
		for (const [name, later] of [['demo/app:1.0', 0], ['demo/oci:1.0', 0], ['demo/app:1.0', 0], ['demo/app:1.0', 301_000], ['demo/oci:1.0', 86_400_000]] as const) {
			now += later;
			registry.reset();
			assert.equal(await ask(`${registry.host}/${name}`, { clock }), 'exists');
			spent.push(registry.requests.length);
		}
		assert.deepEqual(spent, [3, 2, 0, 2, 3]);
	});

	it('is forgotten when the registry has moved its token server or needs none', async () => {
		const registry = await fake({ auth: { type: 'bearer' } });
		await ask(`${registry.host}/demo/app:1.0`);
		for (const status of [404, 403, 500]) {
			registry.reset();
			registry.fault({ path: /^\/token/ }, { type: 'answer', status, headers: { 'content-type': 'application/json' }, body: '{}' }, 1);
			assert.equal(await ask(`${registry.host}/demo/oci:1.0`, { tagMaxAgeSeconds: 0 }), 'exists', String(status));
			assert.deepEqual(registry.requests.map(one => one.url.split('?')[0]), ['/token', '/v2/demo/oci/manifests/1.0', '/token', '/v2/demo/oci/manifests/1.0']);
		}
	});

	it('is forgotten when nobody speaks HTTP where the token server was', async () => {
		const registry = await fake({ auth: { type: 'bearer' } });
		await ask(`${registry.host}/demo/app:1.0`);
		registry.reset();
		registry.fault({ path: /^\/token/ }, { type: 'not-http' }, 1);
		assert.equal(await ask(`${registry.host}/demo/oci:1.0`), 'exists');
		assert.equal(registry.requests.length, 4);
	});

	it('does not make a token server that wants a pause be asked again', async () => {
		const registry = await fake({ auth: { type: 'bearer' } });
		await ask(`${registry.host}/demo/app:1.0`);
		registry.reset();
		registry.fault({ path: /^\/token/ }, { type: 'answer', status: 429, headers: { 'retry-after': '60' }, body: '' });
		assert.equal(await ask(`${registry.host}/demo/oci:1.0`), 'rate-limited');
		assert.equal(registry.requests.length, 1);
	});

	it('gives the verdict of a refusal anew', async () => {
		const registry = await fake({ auth: { type: 'bearer', users: { alice } } });
		const login = loggedIn(registry.host, 'alice', alice);
		assert.equal(await ask(`${registry.host}/demo/private:1.0`, login), 'exists');
		assert.equal(await ask(`${registry.host}/demo/private:1.1`), 'missing-or-private');
		assert.equal(await ask(`${registry.host}/demo/private:1.1`, loggedIn(registry.host, 'alice', 'wrong')), 'login-rejected');
	});

	it('is kept without login and token, and for Bearer only', async () => {
		const bearer = await fake({ auth: { type: 'bearer', users: { alice } } });
		const basic = await fake({ auth: { type: 'basic', users: { alice } } });
		await ask(`${bearer.host}/demo/private:1.0`, loggedIn(bearer.host, 'alice', alice));
		await ask(`${basic.host}/demo/private:1.0`, loggedIn(basic.host, 'alice', alice));
		const texts = await Promise.all((await readdir(join(folder, 'answers'))).map(name => readFile(join(folder, 'answers', name), 'utf8')));
		const challenges = texts.filter(text => text.includes('"challenge '));
		assert.equal(challenges.length, 1);
		assert.deepEqual(Object.keys((JSON.parse(challenges[0] ?? '') as { value: object }).value), ['protocol', 'realm', 'service', 'scope']);
		for (const secret of [alice, Buffer.from(`alice:${alice}`).toString('base64'), ...bearer.requests.flatMap(one => /^Bearer (.+)$/.exec(one.headers.authorization ?? '')?.[1] ?? [])]) {
			assert.ok(texts.every(text => !text.includes(secret)));
		}
	});
});
