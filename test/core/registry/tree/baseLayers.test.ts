import assert from 'node:assert/strict';
import type { Manifest } from '../../../../src/core/model/index.ts';
import { baseLayers, type ReadBase } from '../../../../src/core/registry/tree/baseLayers.ts';
import { parseManifest } from '../../../../src/core/registry/content/parseManifest.ts';
import { putImage, putIndex } from '../../../support/images/putImage.ts';
import { bench, ref } from '../testRegistry.ts';

const key = 'org.opencontainers.image.base.';
const amd64 = { os: 'linux', architecture: 'amd64' };

describe('the layers of a base image', () => {
	const { fake, client } = bench();

	it('are those that the annotated image and this one both begin with', async () => {
		assert.equal(await baseLayers(image('a', 'b', 'c'), amd64, [{ [`${key}digest`]: 'sha256:1' }], answers({ 'sha256:1': image('a', 'b') })), 2);
		assert.equal(await baseLayers(image('a'), amd64, [undefined, { [`${key}name`]: 'docker.io/library/base:1' }], answers({ 'docker.io/library/base:1': image('a') })), 1);
	});

	it('are not known when the annotated image has others, more, or is not known', async () => {
		const count = (base: Manifest | undefined) => baseLayers(image('a', 'b'), amd64, [{ [`${key}digest`]: 'sha256:1' }], answers(base ? { 'sha256:1': base } : {}));
		assert.deepEqual(await Promise.all([image('x'), image('b'), image('a', 'b', 'c'), image(), undefined].map(count)), Array(5).fill(undefined));
	});

	it('are not looked for without the annotation', async () => {
		const never: ReadBase = () => { throw new Error('asked'); };
		assert.equal(await baseLayers(image('a'), amd64, [{ 'org.opencontainers.image.title': 'x' }, undefined], never), undefined);
	});

	it('of an index are those of the same platform', async () => {
		const index = parseManifest(Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [
			{ mediaType: 'm', digest: 'sha256:arm', size: 1, platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
			{ mediaType: 'm', digest: 'sha256:amd', size: 1, platform: amd64 },
		] })));
		assert.ok(index);
		const read = answers({ 'sha256:1': index, 'sha256:arm': image('x'), 'sha256:amd': image('a') });
		assert.equal(await baseLayers(image('a', 'b'), amd64, [{ [`${key}digest`]: 'sha256:1' }], read), 1);
	});

	it('are read at the registry of the image, and nowhere else', async () => {
		const registry = await fake();
		const other = await fake();
		const layers = [[{ name: 'base', text: 'base' }], [{ name: 'own', text: 'own' }]];
		for (const store of [registry, other]) { putIndex(store, 'base/os', '1', 'oci', [putImage(store, 'base/os', [], { format: 'oci', layers: layers.slice(0, 1) })]); }
		for (const [tag, host] of [['near', registry.host], ['far', other.host]] as const) {
			putImage(registry, 'base/child', tag, { format: 'oci', layers, annotations: { [`${key}name`]: `${host}/base/os:1` } });
		}
		const port = client();
		const base = async (tag: string) => {
			const tree = await port.inspect(ref(`${registry.host}/base/child:${tag}`), { platforms: 'all' });
			return 'known' in tree && tree.known ? tree.value.platforms[0]?.baseLayers : 'unread';
		};
		assert.deepEqual([await base('near'), await base('far'), other.requests.length], [1, undefined, 0]);
	});
});

function image(...layers: readonly string[]): Manifest {
	const found = parseManifest(Buffer.from(JSON.stringify({ schemaVersion: 2, config: { mediaType: 'c', digest: 'sha256:c', size: 1 }, layers: layers.map(digest => ({ mediaType: 'l', digest, size: 1 })) })));
	assert.ok(found);
	return found;
}

function answers(known: Readonly<Record<string, Manifest>>): ReadBase {
	return ({ digest, reference }) => Promise.resolve(known[digest ?? reference?.canonical ?? '']);
}
