import assert from 'node:assert/strict';
import { bench, loggedIn, ref } from './testRegistry.ts';
import type { ProfileName } from '../../support/fakeRegistry.ts';

const users = { alice: 'wonderland', bob: 'builder-of-things' };

describe('a verdict', () => {
	const { fake, client } = bench();

	it('says that a tag exists, with its digest and media type', async () => {
		const registry = await fake();
		const verdict = await client().check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict, 'exists');
		if (verdict.verdict !== 'exists') { return; }
		assert.equal(verdict.digest, registry.repository('demo/app').tags.get('1.0'));
		assert.equal(verdict.mediaType, 'application/vnd.docker.distribution.manifest.v2+json');
		assert.equal(verdict.evidence.status, 200);
		assert.equal(verdict.evidence.cached, false);
	});

	it('means latest where no tag is written', async () => {
		const registry = await fake();
		assert.equal((await client().check(ref(`${registry.host}/demo/app`))).verdict, 'exists');
		registry.deleteTag('demo/app', 'latest');
		assert.equal((await client().check(ref(`${registry.host}/demo/app`))).verdict, 'tag-missing');
	});

	it('tells a missing tag from a missing repository and a missing digest', async () => {
		const registry = await fake();
		const port = client();
		const verdicts = await Promise.all(['demo/app:9.9', 'demo/nothing:1.0', `demo/app@sha256:${'0'.repeat(64)}`].map(name => port.check(ref(`${registry.host}/${name}`))));
		assert.deepEqual(verdicts.map(one => one.verdict), ['tag-missing', 'repository-missing', 'digest-missing']);
		assert.equal(verdicts[0]?.evidence.code, 'MANIFEST_UNKNOWN');
	});

	const table: readonly (readonly [ProfileName, string, string])[] = [
		['distribution', 'repository-missing', 'missing-or-private'], ['hub', 'missing-or-private', 'missing-or-private'], ['quay', 'missing-or-private', 'missing-or-private'],
		['ghcr', 'missing-or-private', 'missing-or-private'], ['harbor', 'missing-or-private', 'missing-or-private'], ['gitlab', 'missing-or-private', 'missing-or-private'],
		['gar', 'missing-or-private', 'missing-or-private'], ['acr', 'missing-or-private', 'missing-or-private'], ['zot', 'repository-missing', 'missing-or-private'],
		['artifactory', 'repository-missing', 'missing-or-private'],
	];
	for (const [profile, missing, closed] of table) {
		it(`reads ${profile}: nothing there is "${missing}", private is "${closed}", a wrong tag is a wrong tag`, async () => {
			const registry = await fake({ profile, auth: { type: 'bearer', users } });
			const port = client();
			assert.equal((await port.check(ref(`${registry.host}/demo/nothing:1.0`))).verdict, missing);
			assert.equal((await port.check(ref(`${registry.host}/demo/private:1.0`))).verdict, closed);
			assert.equal((await port.check(ref(`${registry.host}/demo/app:9.9`))).verdict, 'tag-missing');
			assert.equal((await port.check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'exists');
		});
	}

	it('opens a private image with the saved login and names its source', async () => {
		for (const auth of [{ type: 'bearer', users }, { type: 'basic', users }] as const) {
			const registry = await fake({ auth });
			const verdict = await client(loggedIn(registry.host, 'alice', users.alice)).check(ref(`${registry.host}/demo/private:1.0`));
			assert.equal(verdict.verdict, 'exists');
			assert.equal(verdict.evidence.credentials, '~/.docker/config.json');
		}
	});

	it('wants a login where nobody gets in without one', async () => {
		const registry = await fake({ auth: { type: 'basic', users } });
		assert.equal((await client().check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'login-needed');
	});

	it('wants a login where the token server knows no anonymous user at all', async () => {
		const registry = await fake({ auth: { type: 'bearer', users } });
		registry.fault({ path: /^\/token/, authorized: false }, { type: 'answer', status: 401, body: '{"details":"no anonymous access"}' });
		const port = client();
		assert.equal((await port.check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'login-needed');
	});

	it('says that a login was rejected, and from where it came', async () => {
		for (const [auth, profile] of [[{ type: 'bearer', users }, 'quay'], [{ type: 'basic', users }, 'distribution'], [{ type: 'bearer', users }, 'ghcr']] as const) {
			const registry = await fake({ auth, profile });
			const verdict = await client(loggedIn(registry.host, 'alice', 'not-her-password')).check(ref(`${registry.host}/demo/private:1.0`));
			assert.equal(verdict.verdict, 'login-rejected', `${auth.type} ${profile}`);
			if (verdict.verdict === 'login-rejected') { assert.equal(verdict.source, '~/.docker/config.json'); }
		}
	});

	it('tells a stale login on a public image from a private image', async () => {
		const registry = await fake({ auth: { type: 'bearer', users } });
		const verdict = await client(loggedIn(registry.host, 'alice', 'not-her-password')).check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict, 'exists');
		assert.deepEqual(verdict.verdict === 'exists' && verdict.staleLogin, { source: '~/.docker/config.json' });
	});

	it('knows an expired login by the registry\'s words', async () => {
		const registry = await fake({ auth: { type: 'basic', users }, profile: 'ecr' });
		const verdict = await client(loggedIn(registry.host, 'AWS', 'too-old-token')).check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict === 'login-rejected' && verdict.expired, true);
	});

	it('says when the login is good and not allowed', async () => {
		for (const profile of ['distribution', 'quay', 'ghcr', 'harbor'] as const) {
			const registry = await fake({ auth: { type: 'bearer', users }, profile });
			const verdict = await client(loggedIn(registry.host, 'bob', users.bob)).check(ref(`${registry.host}/demo/private:1.0`));
			assert.equal(verdict.verdict, 'not-allowed', profile);
			assert.equal(verdict.verdict === 'not-allowed' && verdict.user, 'bob');
		}
	});

	it('knows a tag that expired', async () => {
		const registry = await fake();
		registry.fault({ path: /manifests\/1\.0/ }, { type: 'answer', status: 404, headers: { 'content-type': 'application/json' }, body: '{"errors":[{"code":"TAG_EXPIRED","message":"Tag 1.0 was deleted or has expired. To pull, revive via time machine"}]}' });
		const verdict = await client().check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict === 'tag-missing' && verdict.expired, true);
	});

	it('does not accuse anybody of a server error', async () => {
		const registry = await fake();
		registry.fault({ path: /manifests/ }, { type: 'answer', status: 503, body: 'no healthy upstream' });
		const verdict = await client().check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict === 'unavailable' && verdict.status, 503);
	});

	it('knows a web server that is no registry', async () => {
		const registry = await fake();
		registry.fault({}, { type: 'answer', status: 404, headers: { 'content-type': 'text/html' }, body: '<html><body>Not Found</body></html>' });
		assert.equal((await client().check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'not-a-registry');
		const other = await fake();
		other.fault({}, { type: 'not-http' });
		const verdict = await client().check(ref(`${other.host}/demo/app:1.0`));
		assert.equal(verdict.verdict === 'not-a-registry' && verdict.garbled, true);
	});

	it('knows a web page in place of an answer', async () => {
		const registry = await fake();
		for (const status of [200, 403]) {
			registry.reset();
			registry.fault({ path: /manifests/ }, { type: 'answer', status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<!doctype html><title>Sign in</title>' });
			const verdict = await client().check(ref(`${registry.host}/demo/app:1.0`));
			assert.equal(verdict.verdict === 'broken-answer' && verdict.detail, 'html');
		}
	});

	it('asks nobody when it may not', async () => {
		const registry = await fake();
		const name = ref(`${registry.host}/demo/app:1.0`);
		const answers = await Promise.all([
			client({ gate: () => 'offline' }).check(name), client({ gate: () => 'untrusted' }).check(name),
			client({ denyHosts: ['127.0.0.1'] }).check(name), client({ allowHosts: ['quay.io'] }).check(name),
		]);
		assert.deepEqual(answers.map(one => one.verdict === 'not-asked' && one.reason), ['offline', 'untrusted', 'host-not-allowed', 'host-not-allowed']);
		const known = client({ denyHosts: ['127.0.0.1'] }).known(name);
		assert.equal(known?.verdict === 'not-asked' && known.reason, 'host-not-allowed');
		assert.equal(client().known(name), undefined);
		assert.equal(registry.requests.length, 0);
	});
});
