import assert from 'node:assert/strict';
import type { FakeRegistry } from '../../support/fakeRegistry.ts';
import { bench, files, loggedIn, ref } from './testRegistry.ts';

const password = 'planted-Passw0rd-9f8e7d';
const users = { alice: password };
const basic = Buffer.from(`alice:${password}`).toString('base64');

function authorizations(registry: FakeRegistry): readonly string[] {
	return registry.requests.flatMap(one => one.headers['authorization'] ?? []);
}

describe('a saved login', () => {
	const { fake, client, lines } = bench();

	it('stays with the origin when a registry redirects elsewhere', async () => {
		for (const auth of [{ type: 'basic', users }, { type: 'bearer', users }] as const) {
			const registry = await fake({ auth });
			const elsewhere = await fake({ hostName: 'localhost' });
			registry.fault({ path: /manifests/, authorized: true }, { type: 'answer', status: 307, headers: { location: `${elsewhere.origin}/v2/demo/app/manifests/1.0` } });
			const verdict = await client(loggedIn(registry.host, 'alice', password)).check(ref(`${registry.host}/demo/app:1.0`));
			assert.equal(verdict.verdict, 'exists');
			assert.equal(authorizations(registry).length > 0, true);
			assert.deepEqual(authorizations(elsewhere), []);
		}
	});

	it('does not go to a token server of another site, which is asked as anybody', async () => {
		const collector = await fake({ hostName: 'localhost', auth: { type: 'bearer', users } });
		const registry = await fake({ auth: { type: 'bearer', users, realm: `${collector.origin}/token`, tokensOf: collector } });
		const verdict = await client(loggedIn(registry.host, 'alice', password)).check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict, 'exists');
		assert.match(verdict.evidence.note ?? '', /not sent/);
		assert.deepEqual(authorizations(collector), []);
		assert.ok(collector.requests.every(one => !one.url.includes('alice')));
	});

	it('goes to the registry\'s own token server on another port', async () => {
		const tokenServer = await fake({ auth: { type: 'bearer', users } });
		const registry = await fake({ auth: { type: 'bearer', users, realm: `${tokenServer.origin}/token`, tokensOf: tokenServer } });
		const verdict = await client(loggedIn(registry.host, 'alice', password)).check(ref(`${registry.host}/demo/private:1.0`));
		assert.equal(verdict.verdict, 'exists');
	});

	it('is not used for another host, port or name of the same machine', async () => {
		const registry = await fake({ auth: { type: 'basic', users } });
		for (const key of ['127.0.0.1', `localhost:${registry.port}`, '127.0.0.1:1', 'https://index.docker.io/v1/']) {
			await client(loggedIn(key, 'alice', password)).check(ref(`${registry.host}/demo/app:1.0`));
		}
		assert.deepEqual(authorizations(registry), []);
	});

	it('is not sent with a form that a token server forwards to another host', async () => {
		const elsewhere = await fake({ hostName: 'localhost' });
		const registry = await fake({ auth: { type: 'bearer', refreshTokens: { 'planted-refresh-token': 'alice' } } });
		registry.fault({ method: 'POST', path: /^\/token/ }, { type: 'answer', status: 307, headers: { location: `${elsewhere.origin}/token` } });
		const config = JSON.stringify({ auths: { [registry.host]: { auth: Buffer.from('x:').toString('base64'), identitytoken: 'planted-refresh-token' } } });
		await client({ files: files({ '/nobody/.docker/config.json': config }) }).check(ref(`${registry.host}/demo/private:1.0`));
		assert.ok(elsewhere.requests.every(one => !one.body.includes('planted') && !one.headers['authorization']));
	});

	it('is in no evidence and no line of the log', async () => {
		const registry = await fake({ auth: { type: 'bearer', users } });
		registry.fault({ path: /manifests\/1\.1/ }, { type: 'answer', status: 403, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ errors: [{ code: 'DENIED', message: `no access for Basic ${basic} (${password})` }] }) });
		const port = client(loggedIn(registry.host, 'alice', password));
		const said: unknown[] = [];
		for (const name of ['demo/app:1.0', 'demo/app:1.1', 'demo/app:9', 'demo/private:1.0', 'demo/none:1']) {
			said.push(await port.check(ref(`${registry.host}/${name}`)), await port.tags(ref(`${registry.host}/${name}`)), await port.manifest(ref(`${registry.host}/${name}`)));
		}
		said.push(await client(loggedIn(registry.host, 'alice', `${password}-wrong`)).check(ref(`${registry.host}/demo/private:1.0`)));
		const text = JSON.stringify(said) + lines.join('\n');
		assert.ok(authorizations(registry).some(one => one === `Basic ${basic}`));
		for (const secret of [password, basic, ...registry.authority.tokens.keys()]) { assert.equal(text.includes(secret), false); }
	});
});

describe('a redirect', () => {
	const { fake, client } = bench();

	it('is followed within one host with its login', async () => {
		const registry = await fake({ auth: { type: 'basic', users } });
		registry.fault({ path: /manifests\/old/, authorized: true }, { type: 'answer', status: 301, headers: { location: '/v2/demo/app/manifests/1.0' } });
		assert.equal((await client(loggedIn(registry.host, 'alice', password)).check(ref(`${registry.host}/demo/app:old`))).verdict, 'exists');
	});

	it('may lead to a registry that gives an anonymous token of its own', async () => {
		const target = await fake({ hostName: 'localhost', auth: { type: 'bearer' } });
		const front = await fake();
		front.fault({ path: /manifests/ }, { type: 'answer', status: 302, headers: { location: `${target.origin}/v2/demo/app/manifests/1.0` } });
		assert.equal((await client().check(ref(`${front.host}/demo/app:1.0`))).verdict, 'exists');
	});
});
