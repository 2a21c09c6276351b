import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { containerdHosts } from '../../../../src/core/registry/mirrors/containerdHosts.ts';
import { createRoutes } from '../../../../src/core/registry/mirrors/createRoutes.ts';
import { hostsToml } from '../../../../src/core/registry/mirrors/hostsToml.ts';
import { bench, files, ref, toml } from '../testRegistry.ts';

async function names(contents: Record<string, string>, name: string): Promise<string[]> {
	const route = await createRoutes({ files: files(contents), environment: {}, homeFolder: '/home/a', insecureHosts: [], report: assert.fail }).of(ref(name));
	return route.type === 'blocked' ? ['blocked'] : route.endpoints.map(({ host, root, path, protocols, ns }) => `${protocols.join('+')}//${host}${root}/${path}${ns === undefined ? '' : `?ns=${ns}`}`);
}
const digest = `@sha256:${'a'.repeat(64)}`;

describe('containerd\'s hosts.toml', () => {
	it('names places to ask first, and the server to ask last', async () => {
		const text = 'server = "https://elsewhere.example"\n[host."https://mirror.example:5000"]\n capabilities = ["pull", "resolve"]\n[host."http://127.0.0.1:5001/cache"]\n';
		assert.deepEqual(await names({ '/etc/containerd/certs.d/quay.io/hosts.toml': text }, 'quay.io/team/app:1'), [
			'https://mirror.example:5000/v2/team/app?ns=quay.io', 'http://127.0.0.1:5001/cache/v2/team/app?ns=quay.io', 'https://elsewhere.example/v2/team/app',
		]);
	});
	it('is for the registry of its folder, and the one in _default for all others', async () => {
		const contents = { '/etc/containerd/certs.d/_default/hosts.toml': '[host."https://any.example"]', '/etc/docker/certs.d/docker.io/hosts.toml': '[host."https://hub.example"]', '/home/a/.config/containerd/certs.d/reg.example_5000_/hosts.toml': '' };
		assert.deepEqual(await names(contents, 'node:22'), ['https://hub.example/v2/library/node?ns=docker.io', 'https://registry-1.docker.io/v2/library/node']);
		assert.deepEqual(await names(contents, 'quay.io/a/b:1'), ['https://any.example/v2/a/b?ns=quay.io', 'https://quay.io/v2/a/b']);
		assert.deepEqual(await names(contents, 'reg.example:5000/b:1'), ['https://reg.example:5000/v2/b']);
	});
	it('gives tags to those that resolve, digests to those that pull', async () => {
		const contents = { '/etc/containerd/certs.d/quay.io/hosts.toml': '[host."https://pulls.example"]\ncapabilities = ["pull"]\n[host."https://resolves.example"]\ncapabilities = ["resolve"]\n[host."https://pushes.example"]\ncapabilities = ["push"]\n' };
		assert.deepEqual(await names(contents, 'quay.io/a/b:1'), ['https://resolves.example/v2/a/b?ns=quay.io', 'https://quay.io/v2/a/b']);
		assert.deepEqual(await names(contents, `quay.io/a/b${digest}`), ['https://pulls.example/v2/a/b?ns=quay.io', 'https://quay.io/v2/a/b']);
	});
	it('takes a path that is to stay as it is, with /v2 in it or without', () => {
		const of = (url: string): string[] => hostsToml(toml(`[host."${url}"]\noverride_path = true\n`)).hosts.map(({ host, root, prefix }) => `${host} ${root} ${prefix}`);
		assert.deepEqual(of('https://harbor.example/v2/dockerhub'), ['harbor.example /v2 dockerhub/']);
		assert.deepEqual(of('https://x.example/base/v2'), ['x.example /base/v2 ']);
		assert.deepEqual(of('https://x.example/api/docker/proxy/'), ['x.example /api/docker/proxy ']);
	});
	it('leaves out what is no address', () => {
		assert.deepEqual(hostsToml(toml('server = "ftp://x"\n[host."http://["]\n[host."https://u:p@x.example"]\n[host.""]\n')).hosts, []);
		assert.equal(hostsToml(toml('server = "ftp://x"')).server, undefined);
		assert.deepEqual(hostsToml(toml('[host."x.example"]\n[host."localhost:5000"]\n')).hosts.map(({ scheme }) => scheme), ['https:', 'http:']);
		assert.deepEqual(hostsToml(toml('host = 1')).hosts, []);
	});
	it('reads certificates in each of their forms', () => {
		const of = (line: string): unknown => { const [one] = hostsToml(toml(`[host."https://x.example"]\n${line}\n`)).hosts; return [one?.cas, one?.client]; };
		assert.deepEqual(of('ca = "a.pem"'), [['a.pem'], undefined]);
		assert.deepEqual(of('ca = ["a.pem", "/b.pem"]\nclient = [["c.cert", "c.key"], ["d", "e"]]'), [['a.pem', '/b.pem'], { cert: 'c.cert', key: 'c.key' }]);
		assert.deepEqual(of('client = "both.pem"'), [[], { cert: 'both.pem', key: 'both.pem' }]);
	});
	it('brings certificates from beside it or by whole paths; a pair that is not whole is none', async () => {
		const folder = '/home/a/.config/containerd/certs.d/reg.example_5000_';
		const of = async (lines: string): Promise<unknown> => (await containerdHosts('reg.example:5000', {
			files: files({ [`${folder}/hosts.toml`]: `[host."https://x.example"]\n${lines}`, [`${folder}/own.pem`]: 'own', '/etc/whole.pem': 'whole', [`${folder}/c.cert`]: 'cert', [`${folder}/c.key`]: 'key' }), environment: {}, homeFolder: '/home/a', report: assert.fail,
		}))?.hosts[0]?.certificates;
		assert.deepEqual(await of('ca = ["own.pem", "/etc/whole.pem", "gone.pem"]\n'), { cas: ['own', 'whole'] });
		assert.deepEqual(await of('client = [["c.cert", "c.key"]]\n'), { cas: [], client: { cert: 'cert', key: 'key' } });
		for (const pair of ['["c.cert", "gone.key"]', '["gone.cert", "c.key"]']) { assert.deepEqual(await of(`client = [${pair}]\n`), { cas: [] }); }
		assert.equal(await containerdHosts('a/../b', { files: files({}), environment: {}, homeFolder: '/home/a', report: assert.fail }), undefined);
	});
	it('never leads out of its folders by the name of a registry', async () => {
		assert.deepEqual(await names({ '/etc/containerd/certs.d/../hosts.toml': '[host."https://evil.example"]' }, 'quay.io/a/b:1'), ['https://quay.io/v2/a/b']);
	});
	it('that does not look at certificates does not speak plain http for it', async () => {
		const routes = createRoutes({ files: files({ '/etc/containerd/certs.d/quay.io/hosts.toml': '[host."https://m.example:5000"]\nskip_verify = true\n' }), environment: {}, homeFolder: '/home/a', insecureHosts: [], report: assert.fail });
		await routes.of(ref('quay.io/a/b:1'));
		const direct = await routes.of(ref('m.example:5000/a/b:1'));
		assert.ok(routes.insecure('m.example:5000') && !routes.insecure('quay.io'));
		assert.deepEqual(direct.type === 'ask' && direct.endpoints[0]?.protocols, ['https:']);
	});
	it('gives way to registries.conf where that speaks of the registry', async () => {
		const contents = { '/etc/containerd/certs.d/quay.io/hosts.toml': '[host."https://c.example"]', '/etc/containers/registries.conf': '[[registry]]\nprefix="quay.io"\nlocation="r.example"\n' };
		assert.deepEqual(await names(contents, 'quay.io/a/b:1'), ['https://r.example/v2/a/b']);
	});

	const { fake, client } = bench();
	const tls = (name: string): string => readFileSync(fileURLToPath(new URL(`../../../support/tls/${name}`, import.meta.url)), 'utf8');
	for (const [says, line] of [['its own authority', 'ca = "own.pem"'], ['no look at the certificate', 'skip_verify = true']] as const) {
		it(`is followed, with ${says}, and says for whom it asks`, async () => {
			const registry = await fake({ tls: { key: tls('server.key'), cert: tls('server.pem') } });
			const contents = { '/etc/containerd/certs.d/corp.example/hosts.toml': `[host."https://localhost:${registry.port}"]\n${line}\n`, '/etc/containerd/certs.d/corp.example/own.pem': tls('ca.pem') };
			const verdict = await client({ files: files(contents) }).check(ref('corp.example/demo/app:1.0'));
			assert.deepEqual([verdict.verdict, verdict.evidence.endpoint], ['exists', `localhost:${registry.port}`]);
			assert.ok(registry.requests.every(({ url }) => url.includes('ns=corp.example')));
		});
	}
});
