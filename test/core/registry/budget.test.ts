import assert from 'node:assert/strict';
import { bench, ref } from './testRegistry.ts';

describe('the number of requests', () => {
	const { fake, client } = bench();

	it('is three for the first public image, two for the next, none within the time to live, one afterwards', async () => {
		let now = Date.parse('2026-11-22T10:00:00Z');
		const registry = await fake({ auth: { type: 'bearer', expiresIn: 3600 } });
		const port = client({ clock: () => now, tagMaxAgeSeconds: 300 });
		const spent = async (name: string): Promise<number> => {
			const before = registry.requests.length;
			assert.equal((await port.check(ref(`${registry.host}/${name}`))).verdict, 'exists');
			return registry.requests.length - before;
		};
		assert.equal(await spent('demo/app:1.0'), 3);
		assert.equal(await spent('demo/oci:1.0'), 2);
		assert.equal(await spent('demo/app:1.1'), 1);
		assert.equal(await spent('demo/app:1.0'), 0);
		now += 301_000;
		assert.equal(await spent('demo/app:1.0'), 1);
		assert.equal(port.statistics.requests, registry.requests.length);
	});

	it('is two afterwards when the token has ended with the answer, and one while it has not', async () => {
		let now = Date.parse('2026-11-22T10:00:00Z');
		const registry = await fake({ auth: { type: 'bearer', expiresIn: 300 } });
		const long = client({ clock: () => now, tagMaxAgeSeconds: 300 });
		const short = client({ clock: () => now, tagMaxAgeSeconds: 240 });
		const spent = async (port: typeof long): Promise<readonly string[]> => {
			registry.reset();
			assert.equal((await port.check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'exists');
			return registry.requests.map(one => `${one.method} ${one.url.split('?')[0] ?? ''}`);
		};
		assert.equal((await spent(long)).length, 3);
		assert.equal((await spent(short)).length, 3);
		now += 241_000;
		assert.deepEqual(await spent(short), ['HEAD /v2/demo/app/manifests/1.0']);
		now += 60_000;
		assert.deepEqual(await spent(long), ['GET /token', 'HEAD /v2/demo/app/manifests/1.0']);
	});

	it('does not grow when the manifest is read after the check', async () => {
		const registry = await fake();
		const port = client();
		const name = ref(`${registry.host}/demo/multi:1.0`);
		const [verdict, manifest] = await Promise.all([port.check(name), port.manifest(name)]);
		assert.equal(verdict.verdict, 'exists');
		assert.equal(manifest.known && manifest.value.manifests.length, 4);
		assert.equal(registry.requests.length, 1);
	});

	it('is one for a question that many ask at the same time', async () => {
		const registry = await fake({ latencyMs: 20 });
		const port = client();
		const verdicts = await Promise.all(Array.from({ length: 50 }, () => port.check(ref(`${registry.host}/demo/app:1.0`))));
		assert.ok(verdicts.every(one => one.verdict === 'exists'));
		assert.equal(registry.requests.length, 1);
	});

	it('asks a cold host for its challenge once, however many images are wanted', async () => {
		const registry = await fake({ auth: { type: 'bearer' }, latencyMs: 5 });
		const port = client();
		const names = ['demo/app:1.0', 'demo/oci:1.0', 'demo/multi:1.0', 'demo/node:22', 'demo/zstd:1.0'];
		await Promise.all(names.map(name => port.check(ref(`${registry.host}/${name}`))));
		assert.equal(registry.requests.length, 1 + 2 * names.length);
	});

	for (const name of ['repo', 'r', 'repository', 'pull']) {
		it(`asks for the next image's own scope after one that is called ${name}`, async () => {
			const registry = await fake({ auth: { type: 'bearer' } });
			registry.repository(name).tags.set('1.0', [...registry.repository('demo/app').tags.values()][0] ?? '');
			const port = client();
			for (const image of [`${name}:1.0`, 'demo/app:1.0', 'demo/oci:1.0']) { await port.check(ref(`${registry.host}/${image}`)); }
			const scopes = registry.requests.filter(one => one.url.startsWith('/token')).map(one => new URL(one.url, 'http://registry').searchParams.get('scope'));
			assert.deepEqual(scopes, [`repository:${name}:pull`, 'repository:demo/app:pull', 'repository:demo/oci:pull']);
		});
	}

	it('shares one token between all questions about a repository', async () => {
		const registry = await fake({ auth: { type: 'bearer' }, latencyMs: 5 });
		const port = client();
		await Promise.all(['1.0', '1.1', '1.2'].map(tag => port.check(ref(`${registry.host}/demo/app:${tag}`))));
		assert.equal(registry.requests.filter(one => one.url.startsWith('/token')).length, 1);
	});

	it('uses HEAD where the registry counts pulls', async () => {
		const registry = await fake();
		registry.fault({ method: 'GET', path: /manifests\/1\.0/ }, { type: 'answer', status: 404, headers: { 'ratelimit-limit': '100;w=21600', 'content-type': 'application/json' }, body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}' }, 1);
		const port = client();
		await port.check(ref(`${registry.host}/demo/app:1.0`));
		registry.reset();
		assert.equal((await port.check(ref(`${registry.host}/demo/app:1.1`))).verdict, 'exists');
		assert.deepEqual(registry.requests.map(one => one.method), ['HEAD']);
	});

	it('never has more than three requests at one host', async () => {
		const registry = await fake({ latencyMs: 10 });
		const port = client();
		await Promise.all(['1.0', '1.1', '1.2', '1.2.0', 'v2.0.0', 'v2.0.1', 'latest'].map(tag => port.check(ref(`${registry.host}/demo/app:${tag}`))));
		assert.equal(registry.mostAtOnce, 3);
	});

	it('is bounded for a repository with very many tags', async () => {
		const registry = await fake({ tagPageSize: 100 });
		for (let index = 0; index < 5000; index++) { registry.repository('demo/app').tags.set(`build-${String(index).padStart(5, '0')}`, 'sha256:x'); }
		const tags = await client().tags(ref(`${registry.host}/demo/app`));
		assert.equal(tags.known && tags.value.complete, false);
		assert.equal(tags.known && tags.value.tags.length, 1000);
		assert.equal(registry.requests.length, 10);
	});

	it('reads all pages of a usual list', async () => {
		const registry = await fake({ tagPageSize: 3 });
		const tags = await client().tags(ref(`${registry.host}/demo/app`));
		assert.deepEqual(tags.known && tags.value, { tags: ['1.0', '1.1', '1.2', '1.2.0', 'latest', 'v2.0.0', 'v2.0.1'], complete: true });
		assert.equal(tags.evidence.tagsRead, 7);
	});
});
