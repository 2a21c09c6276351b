import type { FakeRegistry } from './fakeRegistry.ts';
import { putAttestation } from './images/putAttestation.ts';
import { putImage, putIndex, types, type ImageRecipe } from './images/putImage.ts';
import { appImage, nodeImage } from './images/sampleLayers.ts';
import type { TarFile } from './images/tarOf.ts';

/** The port of the registry that the sample workspace names. */
export const samplePort = 5055;

/** Who may read `demo/private` (test data). */
export const sampleUsers = { alice: 'wonderland' } as const;

/** Fills a registry with every kind of image the extension shows: both formats, indexes, attestations, schema 1, a chart, zstd. */
export function fillSampleImages(registry: Pick<FakeRegistry, 'put' | 'putBlob' | 'repository' | 'repositories' | 'deleteTag' | 'makePrivate'>, host = `localhost:${samplePort}`): void {
	const docker: ImageRecipe = { format: 'docker', layers: layersFor('app') };
	// The first one stays small: tests read it byte by byte.
	putImage(registry, 'demo/app', '1.0', { ...docker, layers: layersFor('app 1.0'), config: { Entrypoint: ['/app/run'], ExposedPorts: { '8080/tcp': {} } } });
	for (const tag of ['1.1', '1.2', '1.2.0', 'v2.0.0']) { putImage(registry, 'demo/app', tag, { format: 'docker', ...appImage('demo/app', tag, 'amd64') }); }
	putImage(registry, 'demo/app', ['latest', 'v2.0.1'], { format: 'docker', ...appImage('demo/app', 'v2.0.1', 'amd64', { User: 'app' }) });
	for (const tag of ['18-alpine', '20', '20-alpine', '20-bookworm', '22', '22-alpine', '22-bookworm', '22-bookworm-slim', 'latest']) {
		const children = platforms.map(platform => putImage(registry, 'demo/node', [], { format: 'oci', ...platform, ...nodeImage(tag, platform.architecture) }));
		putIndex(registry, 'demo/node', tag, 'oci', children);
	}
	const base = { 'org.opencontainers.image.base.name': `${host}/demo/node:20-bookworm`, 'org.opencontainers.image.base.digest': registry.repository('demo/node').tags.get('20-bookworm') ?? '' };
	putImage(registry, 'demo/oci', ['1.0', 'latest'], { format: 'oci', layers: layersFor('oci'), config: { Cmd: ['/app/run'] } });
	putImage(registry, 'demo/oci', '2.0', { ...docker, layers: layersFor('oci 2.0') });
	putImage(registry, 'demo/arm', ['1.0', 'latest'], { format: 'oci', architecture: 'arm64', variant: 'v8', layers: layersFor('arm') });
	const multi = [...platforms, { os: 'linux', architecture: 'arm', variant: 'v7' }, { os: 'windows', architecture: 'amd64', osVersion: '10.0.20348.2402' }];
	putIndex(registry, 'demo/multi', ['1.0', 'latest'], 'oci', multi.map(platform => putImage(registry, 'demo/multi', [], {
		format: 'oci', ...platform, ...(platform.os === 'windows' ? { layers: layersFor('multi') } : { ...appImage('demo/multi', '1.0', platform.architecture), annotations: base }),
	})));
	putIndex(registry, 'demo/multi', 'docker', 'docker', platforms.map(platform => putImage(registry, 'demo/multi', [], { ...docker, ...platform, layers: layersFor('multi') })));
	for (const [tags, style] of [[['1.0'], 'old'], [['2.0', 'latest'], 'new']] as const) {
		const image = putImage(registry, 'demo/attested', [], { format: 'oci', ...appImage('demo/attested', tags[0], 'amd64'), annotations: base });
		putIndex(registry, 'demo/attested', tags, 'oci', [image, putAttestation(registry, 'demo/attested', image, style)]);
	}
	putImage(registry, 'demo/private', ['1.0', 'latest'], { ...docker, layers: layersFor('private') });
	registry.makePrivate('demo/private', Object.keys(sampleUsers));
	registry.put('demo/legacy', ['1.0', 'latest'], schema1('demo/legacy', '1.0', registry.putBlob('demo/legacy', 'old layer')), 'application/vnd.docker.distribution.manifest.v1+prettyjws');
	putImage(registry, 'demo/zstd', ['1.0', 'latest'], { format: 'oci', compression: 'zstd', layers: layersFor('zstd') });
	putChart(registry);
}

const platforms = [{ os: 'linux', architecture: 'amd64' }, { os: 'linux', architecture: 'arm64', variant: 'v8' }] as const;

function layersFor(name: string): readonly (readonly TarFile[])[] {
	return [
		[{ name: 'bin/' }, { name: 'bin/sh', text: `#!shell of ${name}`, mode: 0o755 }, { name: 'etc/' }, { name: 'etc/os-release', text: 'ID=demo\nVERSION_ID=1\n' }, { name: 'usr/bin', link: '../bin' }],
		[{ name: 'app/' }, { name: 'app/run', text: `#!/bin/sh\necho ${name}\n`, mode: 0o755 }, { name: 'etc/.wh.motd' }, { name: `app/${'data'.padEnd(20, '-')}.txt`, text: `${name}\n`.repeat(200) }],
	];
}

function schema1(name: string, tag: string, layer: string): string {
	const v1 = JSON.stringify({ id: '1'.repeat(64), created: '2014-06-03T10:20:30Z', container_config: { Cmd: ['/bin/sh', '-c', '#(nop) ADD file:x in /'] }, architecture: 'amd64', os: 'linux', config: { Cmd: ['/bin/sh'] } });
	return JSON.stringify({ schemaVersion: 1, name, tag, architecture: 'amd64', fsLayers: [{ blobSum: layer }], history: [{ v1Compatibility: v1 }], signatures: [{ header: { alg: 'ES256' }, signature: 'c2ln', protected: 'e30' }] }, null, 3);
}

function putChart(registry: Pick<FakeRegistry, 'put' | 'putBlob'>): void {
	const config = JSON.stringify({ name: 'chart', version: '0.1.0', apiVersion: 'v2', type: 'application' });
	const chart = Buffer.from('chart archive');
	registry.put('demo/chart', ['0.1.0', '0.2.0'], {
		schemaVersion: 2, mediaType: types.oci.manifest,
		config: { mediaType: 'application/vnd.cncf.helm.config.v1+json', digest: registry.putBlob('demo/chart', config), size: config.length },
		layers: [{ mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', digest: registry.putBlob('demo/chart', chart), size: chart.length }],
		annotations: { 'org.opencontainers.image.title': 'chart' },
	}, types.oci.manifest);
}
