import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { startRealBuilder, type RealBuilder } from '../support/realBuilder.ts';
import { startRealRegistry, type RealRegistry } from '../support/realRegistry.ts';

describe('A real registry in the tests', function () {
	// The first use on a machine gets the registry and its tools.
	this.timeout(180_000);
	let open: RealRegistry;
	let builder: RealBuilder;

	before(async () => {
		open = await startRealRegistry();
		builder = await startRealBuilder();
	});

	after(async () => {
		await builder?.dispose();
		await open?.stop();
	});

	it('serves an OCI image that buildah made', async () => {
		const digest = await builder.build(open, { name: 'demo/oci:1', format: 'oci', config: ['--env', 'A=b'] });
		const answer = await manifest(open, 'demo/oci', '1', 'application/vnd.oci.image.manifest.v1+json');
		assert.equal(answer.headers.get('docker-content-digest'), digest);
		assert.equal(answer.headers.get('content-type'), 'application/vnd.oci.image.manifest.v1+json');
	});

	it('serves a Docker image that buildah made', async () => {
		await builder.build(open, { name: 'demo/docker:1', format: 'docker' });
		const { headers } = await manifest(open, 'demo/docker', '1', 'application/vnd.docker.distribution.manifest.v2+json');
		assert.equal(headers.get('content-type'), 'application/vnd.docker.distribution.manifest.v2+json');
	});

	it('serves an index of several platforms, and a copy of it that skopeo made', async () => {
		const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
		const digest = await builder.buildIndex(open, { name: 'demo/index:1', platforms });
		const answer = await manifest(open, 'demo/index', '1', 'application/vnd.oci.image.index.v1+json');
		const { manifests } = await answer.json() as { manifests: { platform: { os: string; architecture: string; variant?: string } }[] };
		const listed = manifests.map(({ platform }) => [platform.os, platform.architecture, platform.variant].filter(Boolean).join('/'));
		assert.deepEqual(listed.sort(), [...platforms].sort());
		assert.equal(await builder.copy(open, 'demo/index:1', open, 'demo/copy:1'), digest);
	});

	it('serves a Docker manifest list', async () => {
		await builder.buildIndex(open, { name: 'demo/list:1', format: 'docker', platforms: ['linux/amd64', 'linux/s390x'] });
		const { headers } = await manifest(open, 'demo/list', '1', 'application/vnd.docker.distribution.manifest.list.v2+json');
		assert.equal(headers.get('content-type'), 'application/vnd.docker.distribution.manifest.list.v2+json');
	});

	it('converts an OCI image to Docker format by skopeo', async () => {
		await builder.build(open, { name: 'demo/source:1', format: 'oci' });
		await builder.copy(open, 'demo/source:1', open, 'demo/converted:1', 'v2s2');
		const { headers } = await manifest(open, 'demo/converted', '1', 'application/vnd.docker.distribution.manifest.v2+json');
		assert.equal(headers.get('content-type'), 'application/vnd.docker.distribution.manifest.v2+json');
	});

	it('asks for a login, where it is set up to', async () => {
		const closed = await startRealRegistry({ login: true });
		try {
			await builder.build(closed, { name: 'private/app:1' });
			const anonymous = await fetch(`${closed.url}/v2/private/app/tags/list`);
			assert.equal(anonymous.status, 401);
			assert.match(anonymous.headers.get('www-authenticate') ?? '', /^Basic realm=/);
			const authorization = `Basic ${Buffer.from('tester:secret').toString('base64')}`;
			const known = await fetch(`${closed.url}/v2/private/app/tags/list`, { headers: { authorization } });
			assert.deepEqual(await known.json(), { name: 'private/app', tags: ['1'] });
		} finally {
			await closed.stop();
		}
	});

	it('speaks TLS with a certificate of its own authority, where it is set up to', async () => {
		const secure = await startRealRegistry({ tls: true });
		try {
			await builder.build(secure, { name: 'demo/tls:1' });
			assert.ok(secure.authority);
			const ca = readFileSync(secure.authority);
			const status = await new Promise((resolve, reject) => {
				request(`${secure.url}/v2/`, { ca }, response => resolve(response.statusCode)).on('error', reject).end();
			});
			assert.equal(status, 200);
		} finally {
			await secure.stop();
		}
	});
});

async function manifest(registry: RealRegistry, repository: string, tag: string, accept: string): Promise<Response> {
	const response = await fetch(`${registry.url}/v2/${repository}/manifests/${tag}`, { headers: { accept } });
	assert.equal(response.status, 200);
	return response;
}
