import assert from 'node:assert/strict';
import { createRoutes } from '../../../../src/core/registry/mirrors/createRoutes.ts';
import { bench, files, ref } from '../testRegistry.ts';

const conf = (text: string): string[] | Promise<string[]> => names({ '/etc/containers/registries.conf': text }, 'quay.io/team/app:1');
async function names(contents: Record<string, string>, name: string, environment: Record<string, string> = {}): Promise<string[]> {
	const route = await createRoutes({ files: files(contents), environment, homeFolder: '/home/a', insecureHosts: [], report: () => undefined }).of(ref(name));
	return route.type === 'blocked' ? ['blocked'] : route.endpoints.map(({ host, root, path, protocols }) => `${protocols.join('+')}//${host}${root.replace(/\/v2$/, '')}/${path}`);
}

describe('the way to a registry', () => {
	it('is its own name over TLS; plain http is for this machine only', async () => {
		assert.deepEqual(await names({}, 'node:22'), ['https://registry-1.docker.io/library/node'.replace('https:', 'https:')]);
		assert.deepEqual(await names({}, 'quay.io/team/app:1'), ['https://quay.io/team/app']);
		assert.deepEqual(await names({}, 'localhost:5000/app:1'), ['http:+https://localhost:5000/app']);
		assert.deepEqual(await names({}, '10.0.0.1:5000/app:1'), ['https://10.0.0.1:5000/app']);
		assert.deepEqual(await names({}, 'quay.localhost.direct:5000/app:1'), ['https://quay.localhost.direct:5000/app']);
	});
	it('goes through mirrors first, for digests or tags as written', async () => {
		const text = '[[registry]]\nprefix = "quay.io"\nlocation = "quay.io"\n[[registry.mirror]]\nlocation = "mirror.example:5000/quay"\ninsecure = true\n[[registry.mirror]]\nlocation = "digests.example"\npull-from-mirror = "digest-only"\n';
		assert.deepEqual(await conf(text), ['https:+http://mirror.example:5000/quay/team/app', 'https://quay.io/team/app']);
		assert.deepEqual(await names({ '/etc/containers/registries.conf': text }, `quay.io/team/app@sha256:${'a'.repeat(64)}`), ['https:+http://mirror.example:5000/quay/team/app', 'https://digests.example/team/app', 'https://quay.io/team/app']);
	});
	it('is rewritten by the longest prefix', async () => {
		assert.deepEqual(await conf('[[registry]]\nlocation="quay.io"\n[[registry]]\nprefix="quay.io/team"\nlocation="internal.example/t"\n'), ['https://internal.example/t/app']);
		assert.deepEqual(await conf('[[registry]]\nprefix="quay.io/tea"\nblocked=true\n'), ['https://quay.io/team/app']);
		assert.deepEqual(await conf('[[registry]]\nprefix="*.io"\nblocked=true\n'), ['blocked']);
	});
	it('is read from the user\'s file instead of the system\'s, or from the one that is named', async () => {
		const contents = { '/etc/containers/registries.conf': '[[registry]]\nprefix="quay.io"\nblocked=true', '/home/a/.config/containers/registries.conf': '', '/named.conf': '[[registry]]\nprefix="quay.io"\nlocation="x.example"' };
		assert.deepEqual(await names(contents, 'quay.io/team/app:1'), ['https://quay.io/team/app']);
		assert.deepEqual(await names(contents, 'quay.io/team/app:1', { CONTAINERS_REGISTRIES_CONF: '/named.conf' }), ['https://x.example/team/app']);
	});
	it('uses Docker\'s mirrors for Docker Hub only, and its list of insecure registries', async () => {
		const contents = { '/etc/docker/daemon.json': '{"registry-mirrors":["https://hub.mirror.example/","nonsense"],"insecure-registries":["reg.lan:5000","10.0.0.0/8"]}' };
		assert.deepEqual(await names(contents, 'node:22'), ['https://hub.mirror.example/library/node', 'https://registry-1.docker.io/library/node']);
		assert.deepEqual(await names(contents, 'quay.io/a/b:1'), ['https://quay.io/a/b']);
		assert.deepEqual(await names(contents, 'reg.lan:5000/a:1'), ['https:+http://reg.lan:5000/a']);
		assert.deepEqual(await names(contents, '10.1.2.3:5000/a:1'), ['https:+http://10.1.2.3:5000/a']);
		assert.deepEqual(await names(contents, '11.1.2.3:5000/a:1'), ['https://11.1.2.3:5000/a']);
	});
	it('is read from the first version of registries.conf, too', async () => {
		assert.deepEqual(await conf("[registries.search]\nregistries = ['docker.io']\n[registries.block]\nregistries = ['quay.io']\n"), ['blocked']);
		assert.deepEqual(await conf("[registries.block]\nregistries = ['quay.io/other']\n[registries.insecure]\nregistries = [ 'quay.io' ]\n"), ['https:+http://quay.io/team/app']);
		assert.deepEqual(await conf("[registries.block]\nregistries = 'quay.io'\n[[registry]]\nlocation = 'other.example'\n"), ['https://quay.io/team/app']);
	});
	it('is not changed by a file that is broken, and says where it is', async () => {
		const table: readonly (readonly [path: string, text: string, said: RegExp])[] = [
			['/etc/containers/registries.conf', '[[registry', /^\/etc\/containers\/registries\.conf:1:\d+ is not TOML; the file is not used$/],
			['/etc/containers/registries.conf', '[[registry]]\nprefix = "quay.io"\nblocked = true\nmirror = [', /registries\.conf:4:\d+ is not TOML/],
			['/etc/containers/registries.conf', '[[registry]]\nprefix = "quay.io"\nprefix = "p4ssw0rd"', /registries\.conf:3:\d+ is not TOML; the file is not used$/],
			['/etc/containerd/certs.d/quay.io/hosts.toml', '[host."https://m.example"', /hosts\.toml:1:\d+ is not TOML/],
			['/etc/docker/daemon.json', '{"registry-mirrors":', /^\/etc\/docker\/daemon\.json is not JSON; the file is not used$/],
		];
		for (const [path, text, said] of table) {
			const problems: string[] = [];
			const routes = createRoutes({
				files: files({ [path]: text }), environment: {}, homeFolder: '/home/a', insecureHosts: [], report: problem => { problems.push(problem); },
			});
			const route = await routes.of(ref('quay.io/team/app:1'));
			assert.deepEqual(route.type === 'ask' && route.endpoints.map(({ host }) => host), ['quay.io'], text);
			assert.equal(problems.length, 1, text);
			assert.match(problems[0]!, said);
		}
		assert.deepEqual(await conf('[registry]\nprefix="quay.io"\n'), ['https://quay.io/team/app']);
	});
	it('is found in a file with a byte order mark and Windows line ends', async () => {
		assert.deepEqual(await conf('\uFEFF[[registry]]\r\nlocation = "quay.io" # ours\r\nblocked = true\r\n'), ['blocked']);
	});
});

describe('a mirror', () => {
	const { fake, client } = bench();
	it('answers for the registry, which is named beside it; what it has not is asked of the registry', async () => {
		const mirror = await fake();
		const primary = await fake();
		mirror.deleteTag('demo/app', '1.1');
		const conf = `[[registry]]\nprefix="corp.example"\nlocation="${primary.host}"\n[[registry.mirror]]\nlocation="${mirror.host}"\n`;
		const port = client({ files: files({ '/etc/containers/registries.conf': conf }) });
		const first = await port.check(ref('corp.example/demo/app:1.0'));
		assert.equal(first.verdict, 'exists');
		assert.deepEqual([first.evidence.host, first.evidence.endpoint], ['corp.example', mirror.host]);
		assert.equal((await port.check(ref('corp.example/demo/app:1.1'))).evidence.endpoint, primary.host);
		assert.equal((await port.check(ref('corp.example/demo/app:9'))).verdict, 'tag-missing');
	});
});
