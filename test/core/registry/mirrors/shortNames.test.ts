import assert from 'node:assert/strict';
import { longNames, readShortNames } from '../../../../src/core/registry/mirrors/shortNames.ts';
import { bench, files, ref, toml } from '../testRegistry.ts';

const conf = (...texts: readonly string[]) => (name: string): readonly string[] | undefined => longNames(ref(name), readShortNames(texts.map(toml)))?.candidates.map(({ canonical }) => canonical);

describe('a name without registry, read by containers\' tools', () => {
	it('is looked for in the listed registries, in order', () => {
		const of = conf('unqualified-search-registries = ["quay.io", "docker.io", "reg.example:5000/base"]');
		assert.deepEqual(of('mongo:7'), ['quay.io/mongo:7', 'docker.io/library/mongo:7', 'reg.example:5000/base/mongo:7']);
		assert.deepEqual(of(`acme/app@sha256:${'a'.repeat(64)}`), ['quay.io', 'docker.io', 'reg.example:5000/base'].map(host => `${host}/acme/app@sha256:${'a'.repeat(64)}`));
	});
	it('is looked for in the list of the first version of the file', () => {
		assert.deepEqual(conf("[registries.search]\nregistries = ['quay.io', 'docker.io']\n")('mongo:7'), ['quay.io/mongo:7', 'docker.io/library/mongo:7']);
	});
	it('is what its alias says, and nothing else', () => {
		const of = conf('unqualified-search-registries = ["quay.io"]\n[aliases]\n"mongo" = "registry.example/db/mongo"\n"acme/app" = "ghcr.io/acme/app"\n');
		assert.deepEqual(of('mongo:7'), ['registry.example/db/mongo:7']);
		assert.deepEqual(of('acme/app'), ['ghcr.io/acme/app']);
		assert.deepEqual(of('other'), ['quay.io/other']);
	});
	it('is what later files say', () => {
		const of = conf('unqualified-search-registries = ["one.example"]\n[aliases]\na = "x.example/a"\nb = "x.example/b"\n', 'unqualified-search-registries = ["two.example"]\n[aliases]\na = "y.example/a"\nb = ""\n');
		assert.deepEqual([of('a'), of('b')], [['y.example/a'], ['two.example/b']]);
	});
	it('is Docker\'s where nothing is said, and where it is broken', () => {
		for (const text of ['', 'unqualified-search-registries = []', 'unqualified-search-registries = "quay.io"', '[aliases]\nmongo = 1', 'aliases = ["x"]']) { assert.equal(conf(text)('mongo'), undefined, text); }
		assert.deepEqual(conf('[aliases]\nmongo = "NOT A NAME"')('mongo'), []);
	});

	const { fake, client } = bench();
	const machine = (text: string, more: Record<string, string> = {}) => client({ files: files({ '/etc/containers/registries.conf': text, ...more }) });
	it('is the first that exists', async () => {
		const [one, two] = [await fake(), await fake()];
		one.deleteTag('demo/app', '1.1');
		const port = machine(`unqualified-search-registries = ["${one.host}", "${two.host}"]`);
		assert.equal((await port.longName?.(ref('demo/app:1.0')))?.reference?.domain, one.host);
		const found = await port.longName?.(ref('demo/app:1.1'));
		assert.equal(found?.reference?.domain, two.host);
		assert.match(found?.note ?? '', /unqualified-search-registries/);
	});
	it('is nothing that could be accused when none has it, or one could not be asked', async () => {
		const one = await fake();
		const port = machine(`unqualified-search-registries = ["${one.host}", "127.0.0.1:1"]`);
		assert.deepEqual(Object.keys(await port.longName?.(ref('demo/nothing:1')) ?? {}), ['note']);
	});
	it('is what podman remembered', async () => {
		const port = machine('', { '/nobody/.cache/containers/short-name-aliases.conf': '[aliases]\nmongo = "quay.io/mongo/mongo"' });
		assert.equal((await port.longName?.(ref('mongo:7')))?.reference?.canonical, 'quay.io/mongo/mongo:7');
		assert.equal(await port.longName?.(ref('redis:7')), undefined);
	});
	it('is not asked about where nobody may be asked', async () => {
		const one = await fake();
		const port = client({ gate: () => 'offline', files: files({ '/etc/containers/registries.conf': `unqualified-search-registries = ["${one.host}"]` }) });
		assert.equal(await port.longName?.(ref('demo/app:1.0')), undefined);
		assert.equal(one.requests.length, 0);
	});
});
