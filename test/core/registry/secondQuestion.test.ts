import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { basic, bearer, challenge, registry, unknown } from './matrix/openRegistry.ts';
import { config, digestOf, json, layer, manifest, manifestBody, refuse, serve, type Script, type Scripted, type Seen } from './matrix/scriptedServer.ts';
import { bench, files, loggedIn, ref } from './testRegistry.ts';

/** An answer for every repository. */
const any = ({ path }: Seen) => path.includes('/manifests/1.0') ? manifest() : undefined;

describe('what was learned of a host with the first image', () => {
	const { client } = bench();
	const open: Scripted[] = [];
	const start = async (script: Script): Promise<Scripted> => {
		const server = await serve(script);
		open.push(server);
		return server;
	};
	afterEach(async () => { for (const server of open.splice(0)) { await server.close(); } });
	const verdicts = async (port: ReturnType<typeof client>, host: string, names: readonly string[]): Promise<readonly string[]> => {
		const said: string[] = [];
		for (const name of names) { said.push((await port.check(ref(`${host}/${name}:1.0`))).verdict); }
		return said;
	};

	it('Basic: a wrong login is tried once for each image, and nobody asks as nobody twice', async () => {
		const server = await start(registry({ gate: () => challenge('Basic realm="x"') }));
		const port = client(loggedIn(server.host, 'joe', 'wrong'));
		assert.deepEqual(await verdicts(port, server.host, ['team/app', 'team/two']), ['login-rejected', 'login-rejected']);
		assert.deepEqual(server.seen.map(({ path, headers }) => `${path.split('/')[3]} ${headers.authorization === undefined ? 'nobody' : 'joe'}`), ['app nobody', 'app joe', 'two joe', 'two nobody']);
	});
	it('Basic: a wrong login, and an image that everybody may have', async () => {
		const server = await start(registry({ manifests: any, gate: ({ path, headers }) => headers.authorization !== undefined || !path.includes('/open/') ? challenge('Basic realm="x"') : undefined }));
		const port = client(loggedIn(server.host, 'joe', 'wrong'));
		assert.deepEqual(await verdicts(port, server.host, ['team/app']), ['login-rejected']);
		const verdict = await port.check(ref(`${server.host}/open/app:1.0`));
		assert.deepEqual([verdict.verdict, verdict.verdict === 'exists' && verdict.staleLogin?.source], ['exists', '~/.docker/config.json']);
	});
	it('Basic: a login that is over by its own times says so for the second image too', async () => {
		const server = await start(registry({ gate: () => challenge('Basic realm="x"') }));
		const over = `x.${Buffer.from('{"exp":1500000000}').toString('base64url')}.y`;
		const port = client(loggedIn(server.host, 'oauth2accesstoken', over));
		for (const name of ['team/app', 'team/two']) {
			const verdict = await port.check(ref(`${server.host}/${name}:1.0`));
			assert.ok(verdict.verdict === 'login-rejected' && verdict.expired, name);
		}
	});
	it('Bearer: a refusal that says nothing of how to log in ends it, once the front door was asked', async () => {
		const server = await start(registry({ token: () => json({ token: 't' }), gate: ({ path, headers }, self) => path === '/v2/' ? undefined : headers.authorization === undefined ? challenge(bearer(self)) : refuse(401, 'UNAUTHORIZED', 'no') }));
		assert.deepEqual(await verdicts(client(), server.host, ['team/app']), ['missing-or-private']);
		assert.deepEqual(server.seen.map(({ path }) => path), ['/v2/team/app/manifests/1.0', '/token', '/v2/team/app/manifests/1.0', '/v2/']);
	});
	it('Bearer: another scope in the second challenge is asked for', async () => {
		const scoped = (self: string, scope: string) => challenge(`Bearer realm="http://${self}/token",service="x",scope="${scope}"`);
		const server = await start(registry({ manifests: any, token: ({ query }) => json({ token: query.get('scope') }), gate: ({ headers }, self) => headers.authorization === undefined ? scoped(self, 'repository:team/app:pull') : headers.authorization === 'Bearer mirror:team/app:pull' ? undefined : scoped(self, 'mirror:team/app:pull') }));
		assert.deepEqual(await verdicts(client(), server.host, ['team/app']), ['exists']);
	});
	it('a token that a registry no longer takes is fetched anew, even where it answers 400', async () => {
		let good = 't1';
		let given = 0;
		const server = await start(registry({ manifests: ({ path }) => path.includes('/manifests/') ? manifest() : undefined, token: () => json({ token: `t${++given}`, expires_in: 3600 }), gate: ({ headers }, self) => headers.authorization === undefined ? challenge(bearer(self)) : headers.authorization === `Bearer ${good}` ? undefined : { status: 400 } }));
		const port = client();
		assert.equal((await port.check(ref(`${server.host}/team/app:1.0`))).verdict, 'exists');
		good = 't2';
		assert.equal((await port.check(ref(`${server.host}/team/app:1.1`))).verdict, 'exists');
		assert.equal(given, 2);
	});
	it('a front door that cannot be reached leaves it open whether somebody else lives there', async () => {
		const words = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'nothing here' };
		const silent = await start(({ path }) => path === '/v2/' ? response => { response.destroy(); } : words);
		assert.deepEqual(await verdicts(client(), silent.host, ['team/app']), ['unavailable']);
		const locked = await start(({ path }) => path === '/v2/' ? { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' }, body: 'log in' } : words);
		assert.deepEqual(await verdicts(client(), locked.host, ['team/app']), ['repository-missing']);
		const page = await start(({ path }) => path === '/v2/' ? { status: 401, headers: { 'www-authenticate': 'Basic realm="x"', 'content-type': 'text/html' }, body: '<html>log in</html>' } : words);
		assert.deepEqual(await verdicts(client(), page.host, ['team/app']), ['not-a-registry']);
	});
	it('a place that stands for several is told for whom with the list of tags too', async () => {
		const mirror = await start(registry({ manifests: unknown }));
		const text = `server = "http://${mirror.host}"\n[host."http://${mirror.host}"]\n`;
		const verdict = await client({ files: files({ '/etc/containerd/certs.d/corp.example/hosts.toml': text }) }).check(ref('corp.example/team/app:9'));
		assert.equal(verdict.verdict, 'tag-missing');
		assert.deepEqual([...new Set(mirror.seen.slice(0, 2).map(({ query }) => query.get('ns')))], ['corp.example']);
		assert.ok(mirror.seen[1]?.path.endsWith('/tags/list') && mirror.seen[1].query.has('n'));
	});
	it('a layer behind a redirect that wants somebody is asked for without the login', async () => {
		const elsewhere = await start(({ headers }) => headers.authorization === undefined ? challenge('Basic realm="x"') : { body: 'x' });
		const server = await start(registry({ gate: ({ headers }) => headers.authorization === basic('joe:secret') ? undefined : challenge('Basic realm="x"'), blobs: ({ path }) => path.endsWith(digestOf(config)) ? undefined : { status: 307, headers: { location: `http://${elsewhere.host.replace('127.0.0.1', 'localhost')}/blob` } } }));
		const port = client(loggedIn(server.host, 'joe', 'secret'));
		const listing = await port.layerFiles?.(ref(`${server.host}/team/app@${digestOf(manifestBody)}`), layer, {});
		assert.equal(listing?.known, false);
		assert.ok(elsewhere.seen.length > 0 && elsewhere.seen.every(({ headers }) => headers.authorization === undefined));
	});
	it('is over when its token server is gone by the next process', async () => {
		let realm = '';
		const first = await start(() => json({ token: 't' }));
		const second = await start(() => json({ token: 't' }));
		const server = await start(registry({ manifests: any, gate: ({ headers }) => headers.authorization === undefined ? challenge(`Bearer realm="http://${realm}/token",service="x"`) : undefined }));
		realm = first.host;
		const cacheFolder = await mkdtemp(join(tmpdir(), 'pullcheck-moved-'));
		try {
			const before = client({ cacheFolder });
			assert.deepEqual(await verdicts(before, server.host, ['team/app']), ['exists']);
			await before.dispose();
			realm = second.host;
			await first.close();
			const after = client({ cacheFolder });
			assert.deepEqual(await verdicts(after, server.host, ['team/two']), ['exists']);
			await after.dispose();
		} finally {
			await rm(cacheFolder, { recursive: true, force: true });
		}
		assert.equal(second.seen.length, 1);
	});
});
