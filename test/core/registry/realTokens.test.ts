import assert from 'node:assert/strict';
import { createStore, type Store } from '../../support/fakeRegistry/store.ts';
import { pushStore } from '../../support/pushStore.ts';
import { startRealRegistry, type RealRegistry } from '../../support/realRegistry.ts';
import { startRealTokenServer, type RealTokenServer } from '../../support/realTokenServer.ts';
import { fillSampleImages } from '../../support/sampleImages.ts';
import { bench, files, loggedIn, ref } from './testRegistry.ts';

describe('a real registry behind a token server', function () {
	this.timeout(60_000);
	const { client } = bench();
	const store: Store = createStore();
	let server: RealTokenServer;
	let registry: RealRegistry;

	before(async () => {
		fillSampleImages({ ...store, makePrivate: () => undefined });
		server = await startRealTokenServer({ user: 'tester', password: 'secret', refresh: 'refresh-of-tester', everybody: ['demo/app', 'demo/multi'] });
		registry = await startRealRegistry({ tokens: server });
		await pushStore(store, { url: registry.url, pass: name => server.pass(name) }, ['demo/app', 'demo/multi', 'demo/oci']);
	});
	after(async () => {
		await registry?.stop();
		await server?.stop();
	});
	const of = (name: string) => ref(`${registry.host}/${name}`);
	const identity = (token: string) => ({ files: files({ '/nobody/.docker/config.json': JSON.stringify({ auths: { [registry.host]: { identitytoken: token } } }) }) });

	it('costs three requests for the first image, two for the next, one for another tag of it, none again', async () => {
		const port = client();
		const spent = async (name: string): Promise<number> => {
			const before = port.statistics.requests;
			assert.equal((await port.check(of(name))).verdict, 'exists', name);
			return port.statistics.requests - before;
		};
		assert.deepEqual([await spent('demo/app:1.0'), await spent('demo/multi:1.0'), await spent('demo/app:1.1'), await spent('demo/app:1.0')], [3, 2, 1, 0]);
	});

	it('tells nobody whether the rest is private or missing', async () => {
		const port = client();
		assert.deepEqual([(await port.check(of('demo/oci:1.0'))).verdict, (await port.check(of('demo/none:1.0'))).verdict], ['missing-or-private', 'missing-or-private']);
		assert.equal((await port.check(of('demo/app:9'))).verdict, 'tag-missing');
	});

	it('tells those who are let in what is there', async () => {
		for (const options of [loggedIn(registry.host, 'tester', 'secret'), identity('refresh-of-tester')]) {
			const port = client(options);
			const said = await Promise.all(['demo/oci:1.0', 'demo/oci:9', 'demo/none:1.0'].map(async name => (await port.check(of(name))).verdict));
			assert.deepEqual(said, ['exists', 'tag-missing', 'repository-missing']);
		}
		assert.ok(server.asked.some(({ method, user }) => method === 'POST' && user === 'tester'));
	});

	it('says of a login that is not taken whether the image needs one', async () => {
		const wrong = client(loggedIn(registry.host, 'tester', 'wrong'));
		const everybodys = await wrong.check(of('demo/app:1.0'));
		assert.ok(everybodys.verdict === 'exists' && everybodys.staleLogin !== undefined);
		const stale = await client(identity('revoked')).check(of('demo/app:1.0'));
		assert.ok(stale.verdict === 'exists' && stale.staleLogin !== undefined);
		// Anybody gets a token there, which opens nothing: it is the login that is wrong.
		assert.equal((await wrong.check(of('demo/oci:1.0'))).verdict, 'login-rejected');
	});
});
