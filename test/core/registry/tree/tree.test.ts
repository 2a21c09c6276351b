import assert from 'node:assert/strict';
import type { ImageTree } from '../../../../src/core/model/index.ts';
import { bench, ref } from '../testRegistry.ts';

describe('the tree of an image', () => {
	const { fake, client } = bench();
	const inspect = async (name: string, platforms: 'all' | string[] = 'all', options: { referrers?: boolean; native?: boolean } = {}): Promise<ImageTree> => {
		const registry = await fake({ referrers: options.native === true });
		const tree = await client().inspect(ref(`${registry.host}/${name}`), { platforms, ...(options.referrers ? { referrers: true } : {}) });
		if (!('known' in tree) || !tree.known) { throw new Error(JSON.stringify(tree)); }
		return tree.value;
	};

	it('has one platform for a single image, with its configuration and layers aligned with the history', async () => {
		const tree = await inspect('demo/app:1.0');
		assert.equal(tree.root.format, 'docker');
		assert.equal(tree.platforms.length, 1);
		const [image] = tree.platforms;
		assert.deepEqual(image?.descriptor.platform, { os: 'linux', architecture: 'amd64' });
		assert.deepEqual(image?.config?.entrypoint, ['/app/run']);
		assert.deepEqual(image?.config?.exposedPorts, ['8080/tcp']);
		assert.deepEqual(image?.config?.history.map(step => step.layer), [0, undefined, 1, undefined]);
		assert.equal(image?.manifest?.layers.length, 2);
	});

	it('has every platform of an index, each with its own configuration', async () => {
		const tree = await inspect('demo/multi:1.0');
		assert.equal(tree.root.kind, 'index');
		assert.deepEqual(tree.platforms.map(({ descriptor }) => [descriptor.platform?.os, descriptor.platform?.architecture, descriptor.platform?.variant]), [['linux', 'amd64', undefined], ['linux', 'arm64', 'v8'], ['linux', 'arm', 'v7'], ['windows', 'amd64', undefined]]);
		assert.ok(tree.platforms.every(({ config }) => config !== undefined));
		assert.equal(tree.platforms[3]?.descriptor.platform?.osVersion, '10.0.20348.2402');
	});

	it('reads only the wanted platforms', async () => {
		const tree = await inspect('demo/multi:1.0', ['linux/arm64']);
		assert.deepEqual(tree.platforms.map(({ config }) => config !== undefined), [false, true, false, false]);
	});

	for (const tag of ['1.0', '2.0']) {
		it(`folds attestations under what they attest (${tag === '1.0' ? 'as BuildKit wrote them before 0.32' : 'as artifacts with a subject'})`, async () => {
			const tree = await inspect(`demo/attested:${tag}`);
			assert.equal(tree.platforms.length, 1);
			assert.deepEqual(tree.others, []);
			assert.deepEqual(tree.platforms[0]?.attestations.map(one => one.predicateTypes), [['https://slsa.dev/provenance/v1', 'https://spdx.dev/Document']]);
		});
	}

	it('knows how large the statements of an attestation are, and reads them', async () => {
		const registry = await fake();
		const port = client();
		const tree = await port.inspect(ref(`${registry.host}/demo/attested:2.0`), { platforms: 'all' });
		const [statement] = 'known' in tree && tree.known ? tree.value.platforms[0]?.attestations[0]?.manifest?.layers ?? [] : [];
		assert.ok(statement && statement.size > 0);
		const read = await port.blob?.(ref(`${registry.host}/demo/attested:2.0`), statement);
		assert.ok(read?.known && read.value.includes('https://slsa.dev/provenance/v1') && read.value.length === statement.size);
	});

	it('knows schema 1, charts and zstd layers', async () => {
		const legacy = await inspect('demo/legacy:1.0');
		assert.equal(legacy.root.kind, 'schema1');
		assert.deepEqual(legacy.platforms[0]?.config?.history.map(step => [step.createdBy, step.layer]), [['/bin/sh -c #(nop) ADD file:x in /', 0]]);
		const chart = await inspect('demo/chart:0.1.0');
		assert.equal(chart.root.kind, 'artifact');
		assert.equal(chart.root.config?.mediaType, 'application/vnd.cncf.helm.config.v1+json');
		const zstd = await inspect('demo/zstd:1.0');
		assert.match(zstd.platforms[0]?.manifest?.layers[0]?.mediaType ?? '', /\+zstd$/);
	});

	it('lists what refers to it, from the API or from the tag', async () => {
		for (const native of [true, false]) {
			const registry = await fake({ referrers: native });
			const digest = registry.repository('demo/oci').tags.get('1.0') ?? '';
			const signature = registry.put('demo/oci', [], { schemaVersion: 2, mediaType: 'application/vnd.oci.image.manifest.v1+json', artifactType: 'application/vnd.example.signature', config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: `sha256:${'4'.repeat(64)}`, size: 2 }, layers: [], subject: { mediaType: 'x', digest, size: 1 } }, 'application/vnd.oci.image.manifest.v1+json');
			if (!native) { registry.put('demo/oci', digest.replace(':', '-'), { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [{ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: signature, size: 5, artifactType: 'application/vnd.example.signature' }] }, 'application/vnd.oci.image.index.v1+json'); }
			const tree = await client().inspect(ref(`${registry.host}/demo/oci:1.0`), { platforms: 'all', referrers: true });
			assert.deepEqual('known' in tree && tree.known && tree.value.referrers.map(one => [one.digest, one.artifactType]), [[signature, 'application/vnd.example.signature']]);
		}
	});

	it('keeps a platform that cannot be read, with the reason', async () => {
		const registry = await fake();
		const index = JSON.parse(registry.repository('demo/multi').manifests.get(registry.repository('demo/multi').tags.get('1.0') ?? '')?.bytes.toString() ?? '') as { manifests: { digest: string }[] };
		registry.repository('demo/multi').manifests.delete(index.manifests[1]?.digest ?? '');
		const tree = await client().inspect(ref(`${registry.host}/demo/multi:1.0`), { platforms: 'all' });
		assert.deepEqual('known' in tree && tree.known && tree.value.platforms.map(one => one.error), [undefined, 'manifest unknown', undefined, undefined]);
	});

	it('is a verdict when there is no image', async () => {
		const registry = await fake();
		const tree = await client().inspect(ref(`${registry.host}/demo/app:9`), { platforms: 'all' });
		assert.equal('verdict' in tree && tree.verdict, 'tag-missing');
	});
});
