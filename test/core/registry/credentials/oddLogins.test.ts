import assert from 'node:assert/strict';
import { dockerSource } from '../../../../src/core/registry/credentials/dockerSource.ts';
import type { RunHelper } from '../../../../src/core/registry/credentials/runHelper.ts';
import { bench, files, ref } from '../testRegistry.ts';

const auth = { auth: Buffer.from('alice:wonderland').toString('base64') };
const helper: RunHelper = () => Promise.resolve({ type: 'output', text: JSON.stringify({ Username: 'alice', Secret: 'wonderland' }) });

async function oddOf(auths: Readonly<Record<string, unknown>>, host: string, more: Readonly<Record<string, unknown>> = {}) {
	const source = dockerSource({ files: files({ '/nobody/.docker/config.json': JSON.stringify({ auths, ...more }) }), environment: {}, homeFolder: '/nobody', run: helper });
	return (await source.find(host, 'acme/app')).odd;
}

describe('a login under a key that Docker does not look for', () => {
	const hub = 'https://index.docker.io/v1/';
	const odd: readonly (readonly [host: string, key: string, wanted: string])[] = [
		['docker.io', 'docker.io', hub], ['docker.io', 'index.docker.io', hub], ['docker.io', 'https://registry-1.docker.io', hub],
		['quay.io', 'quay.io:443', 'quay.io'], ['quay.io:443', 'quay.io', 'quay.io:443'], ['quay.io', 'https://quay.io:80', 'quay.io'],
		['quay.io', 'quay.io:8443', 'quay.io'], ['quay.io:5000', 'quay.io', 'quay.io:5000'], ['reg.acme.dev:5000', 'reg.acme.dev:5001', 'reg.acme.dev:5000'], ['127.0.0.1:5000', '127.0.0.1', '127.0.0.1:5000'],
	];
	for (const [host, key, wanted] of odd) {
		it(`${key} for ${host} is said`, async () => {
			assert.deepEqual(await oddOf({ [key]: auth }, host), { kind: 'other-key', key, wanted, source: '~/.docker/config.json' });
		});
	}

	const fine: readonly (readonly [host: string, keys: readonly string[], more?: Readonly<Record<string, unknown>>])[] = [
		['docker.io', [hub]], ['docker.io', [hub, 'docker.io']], ['quay.io', ['https://quay.io/v2/']], ['quay.io', ['quay.io', 'quay.io:443']],
		['127.0.0.1:5000', ['127.0.0.1:5001']], ['localhost:5000', ['localhost:5001']], ['quay.io', ['quay.io.example']], ['docker.io', ['docker.io'], { credsStore: 'desktop' }],
	];
	for (const [host, keys, more] of fine) {
		it(`${keys.join(' and ')} for ${host}${more ? ' beside a store' : ''} is not`, async () => {
			assert.equal(await oddOf(Object.fromEntries(keys.map(key => [key, auth])), host, more), undefined);
		});
	}

	it('does not count without a login in it', async () => {
		assert.equal(await oddOf({ 'docker.io': {} }, 'docker.io'), undefined);
	});
});

describe('the evidence of a verdict', () => {
	const { fake, client } = bench();
	const users = { alice: 'wonderland' };

	async function savedLogin(config: (host: string) => Readonly<Record<string, unknown>>, more: (host: string) => Readonly<Record<string, unknown>> = () => ({})) {
		const registry = await fake({ auth: { type: 'bearer', users } });
		registry.makePrivate('demo/app');
		const contents = { '/nobody/.docker/config.json': JSON.stringify(config(registry.host)), '/nobody/.config/containers/auth.json': JSON.stringify(more(registry.host)) };
		const verdict = await client({ files: files(contents), runHelper: helper }).check(ref(`${registry.host}/demo/app:1.0`));
		assert.equal(verdict.verdict, 'exists');
		assert.ok(!JSON.stringify(verdict).includes('wonderland'));
		return verdict.evidence.savedLogin;
	}

	it('names a login that only Docker finds', async () => {
		assert.deepEqual(await savedLogin(() => ({ credsStore: 'desktop' })), { kind: 'docker-only', source: '~/.docker/config.json (docker-credential-desktop)' });
	});
	it('does not, where podman has one of its own', async () => {
		assert.equal(await savedLogin(() => ({ credsStore: 'desktop' }), host => ({ auths: { [host]: auth } })), undefined);
	});
	it('does not, for a helper of the host, which both read', async () => {
		assert.equal(await savedLogin(host => ({ credHelpers: { [host]: 'desktop' } })), undefined);
	});

	for (const [header, remaining] of [['4;w=21600', 4], ['0', 0], ['76 ; w=21600', 76], ['many', undefined], ['-1', undefined]] as const) {
		it(`reads ratelimit-remaining: ${header}`, async () => {
			const registry = await fake();
			registry.fault({ path: /manifests/ }, { type: 'answer', status: 404, headers: { 'ratelimit-remaining': header, 'content-type': 'application/json' }, body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}' });
			assert.equal((await client().check(ref(`${registry.host}/demo/app:9`))).evidence.remaining, remaining);
		});
	}
});
