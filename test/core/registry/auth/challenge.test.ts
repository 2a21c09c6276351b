import assert from 'node:assert/strict';
import { chooseScheme, parseChallenges } from '../../../../src/core/registry/auth/challenge.ts';
import { bench, ref } from '../testRegistry.ts';

const parsed = (...values: readonly string[]): unknown => parseChallenges(values).map(({ scheme, params }) => [scheme, { ...params }]);

describe('a challenge', () => {
	it('keeps commas in quotes together', () => {
		assert.deepEqual(parsed('Bearer realm="https://auth.example/token",service="reg",scope="repository:a/b:pull,push"'),
			[['bearer', { realm: 'https://auth.example/token', service: 'reg', scope: 'repository:a/b:pull,push' }]]);
	});
	it('may have its parameters in any order, with blanks, unquoted, escaped', () => {
		assert.deepEqual(parsed('bEARER  scope = "a\\"b" ,  REALM=https://x.example/t , service='), [['bearer', { scope: 'a"b', realm: 'https://x.example/t', service: '' }]]);
	});
	it('may offer several schemes in one header or in several', () => {
		assert.deepEqual(parsed('Bearer realm="https://git.example/v2/token",service="container_registry",scope="*",Basic realm="Gitea"'),
			[['bearer', { realm: 'https://git.example/v2/token', service: 'container_registry', scope: '*' }], ['basic', { realm: 'Gitea' }]]);
		assert.deepEqual(parsed('Basic realm="one"', 'Bearer realm="https://two.example"'), [['basic', { realm: 'one' }], ['bearer', { realm: 'https://two.example' }]]);
		assert.deepEqual(parsed('Negotiate, Basic realm="x"'), [['negotiate', {}], ['basic', { realm: 'x' }]]);
	});
	it('never throws and ends, whatever stands in it', () => {
		for (const text of ['', ',,,', '=', '"', 'Bearer', 'Bearer realm="open', 'a=b', '\u0000\u0001', 'Bearer '.repeat(5000), 'x="'.repeat(5000)]) { assert.ok(Array.isArray(parsed(text))); }
	});
	it('prefers Bearer with a usable realm, else Basic', () => {
		const base = new URL('https://reg.example/v2/');
		const choose = (...values: readonly string[]): unknown => { const scheme = chooseScheme(parseChallenges(values), base); return scheme?.type === 'bearer' ? scheme.realm.href : scheme?.type; };
		assert.equal(choose('Basic realm="x"', 'Bearer realm="https://auth.example/t"'), 'https://auth.example/t');
		assert.equal(choose('Bearer realm="/token"'), 'https://reg.example/token');
		assert.equal(choose('Bearer realm="Registry", Basic realm="x"'), 'basic');
		assert.equal(choose('Bearer service="x"'), undefined);
		assert.equal(choose('Digest realm="x"'), undefined);
	});
});

describe('every form of challenge', () => {
	const { fake, client } = bench();
	const forms: readonly (readonly string[])[] = [
		['Bearer realm="{realm}",service="s",scope="{scope}"'],
		['Bearer scope="{scope}", service="s" , realm="{realm}"'],
		['bearer realm="{realm}"'],
		['Bearer realm={realm},service=s'],
		['Bearer realm="{realm}",service="s",scope="{scope}",Basic realm="both"'],
		['Basic realm="first", Bearer realm="{realm}"'],
		['Basic realm="one header"', 'Bearer realm="{realm}",scope="{scope}"'],
		['Bearer realm="/token",service="s"'],
	];
	for (const challenges of forms) {
		it(`leads to the image: ${challenges.join(' + ')}`, async () => {
			const registry = await fake({ auth: { type: 'bearer', challenges } });
			const port = client();
			assert.equal((await port.check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'exists');
			assert.equal((await port.check(ref(`${registry.host}/demo/oci:1.0`))).verdict, 'exists');
		});
	}

	it('is looked for at the front door when a refusal has none', async () => {
		const registry = await fake({ auth: { type: 'bearer' } });
		registry.fault({ path: /manifests/, authorized: false }, { type: 'answer', status: 401 });
		assert.equal((await client().check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'exists');
	});

	it('takes access_token as well as token', async () => {
		const registry = await fake({ auth: { type: 'bearer', tokenField: 'access_token' } });
		assert.equal((await client().check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'exists');
	});

	it('gets a new token when the kept one no longer holds, once', async () => {
		const registry = await fake({ auth: { type: 'bearer', expiresIn: 3600 } });
		const port = client({ tagMaxAgeSeconds: 0 });
		await port.check(ref(`${registry.host}/demo/app:1.0`));
		registry.authority.revokeTokens();
		assert.equal((await port.check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'exists');
		registry.reset();
		registry.fault({ path: /manifests/ }, { type: 'answer', status: 401, headers: { 'www-authenticate': `Bearer realm="${registry.origin}/token",error="invalid_token"` } });
		await port.check(ref(`${registry.host}/demo/app:1.0`));
		assert.ok(registry.requests.length <= 6);
	});

	it('gets a new token when the registry answers 400 to an old one', async () => {
		const registry = await fake({ auth: { type: 'bearer', expiresIn: 3600 } });
		const port = client({ tagMaxAgeSeconds: 0 });
		await port.check(ref(`${registry.host}/demo/app:1.0`));
		registry.fault({ path: /manifests/, authorized: true }, { type: 'answer', status: 400 }, 1);
		assert.equal((await port.check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'exists');
	});

	it('exchanges an identity token by POST, or by GET where POST is not served', async () => {
		for (const postStatus of [undefined, 404, 405, 400, 401]) {
			const registry = await fake({ auth: { type: 'bearer', users: { '': 'refresh-me-please' }, refreshTokens: { 'refresh-me-please': 'alice' }, ...(postStatus === undefined ? {} : { postStatus }) } });
			registry.makePrivate('demo/private');
			const source = { name: 'test', find: () => Promise.resolve({ login: { type: 'identity' as const, token: 'refresh-me-please', source: 'test' } }) };
			assert.equal((await client({ credentials: [source] }).check(ref(`${registry.host}/demo/private:1.0`))).verdict, 'exists', String(postStatus));
		}
	});

	it('that is a web page is a broken answer', async () => {
		const registry = await fake({ auth: { type: 'bearer' } });
		registry.fault({ path: /^\/token/ }, { type: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><html></html>' });
		const verdict = await client().check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict === 'broken-answer' && verdict.detail, 'html');
	});

	it('is not answered at a realm that the registry may not name', async () => {
		const registry = await fake({ auth: { type: 'bearer', realm: 'ftp://127.0.0.1/token' } });
		registry.fault({ path: /manifests/ }, { type: 'answer', status: 401, headers: { 'www-authenticate': 'Bearer realm="https://user:secret@127.0.0.1/token"' } });
		const verdict = await client().check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict === 'broken-answer' && verdict.detail, 'redirect-refused');
	});
});
