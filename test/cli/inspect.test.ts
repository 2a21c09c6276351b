import assert from 'node:assert/strict';
import { startFakeRegistry, type FakeRegistry } from '../support/fakeRegistry.ts';
import { fillSampleImages, sampleUsers } from '../support/sampleImages.ts';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

describe('pullcheck inspect', () => {
	let registry: FakeRegistry;
	const folder = folderWith({});
	before(async () => {
		registry = await startFakeRegistry({ auth: { type: 'bearer', users: sampleUsers } });
		fillSampleImages(registry);
	});
	after(() => registry.close());
	const inspect = async (...args: string[]) => runIn(folder, ['inspect', ...args]);

	it('gives an index with its platforms, and the layers of the wanted one with their steps', async () => {
		const { code, out } = await inspect(`${registry.host}/demo/multi:1.0`, '--platform', 'linux/arm/v7', '--format', 'json');
		assert.equal(code, 0);
		const image = JSON.parse(out) as { reference: string; mediaType: string; platforms: string[]; platform: string; layers: { mediaType: string; createdBy?: string }[]; config: { architecture: string }; evidence: { status: number } };
		assert.equal(image.reference, `${registry.host}/demo/multi:1.0`);
		assert.equal(image.mediaType, 'application/vnd.oci.image.index.v1+json');
		assert.ok(image.platforms.includes('windows/amd64') && image.platforms.includes('linux/arm/v7'));
		assert.equal(image.platform, 'linux/arm/v7');
		assert.equal(image.config.architecture, 'arm');
		assert.ok(image.layers.length > 0 && image.layers.every(layer => layer.mediaType.includes('layer') && layer.createdBy !== undefined));
	});

	it('never counts attestations as platforms', async () => {
		const { out } = await inspect(`${registry.host}/demo/attested:1.0`, '--format', 'json');
		const { platforms, attestations } = JSON.parse(out) as { platforms: string[]; attestations: unknown[] };
		assert.ok(platforms.every(platform => !platform.includes('unknown')));
		assert.ok(attestations.length > 0);
	});

	it('prints the exact bytes with --format raw', async () => {
		const { out } = await inspect(`${registry.host}/demo/app:1.0`, '--format', 'raw');
		assert.equal((JSON.parse(out) as { schemaVersion: number }).schemaVersion, 2);
	});

	it('draws the tree for people', async () => {
		const { out } = await inspect(`${registry.host}/demo/multi:1.0`);
		assert.match(out, /^127\.0\.0\.1:\d+\/demo\/multi:1\.0\nOCI index {2}sha256:[0-9a-f]{64}\n├─ linux\/amd64 {2}[\d.]+ [kM]?B {2}\d+ layers/);
	});

	it('fails with the code of a diagnosis, the status and the evidence', async () => {
		for (const [name, expected, status] of [['demo/app:gone', 'tag-not-found', 404], ['demo/private:1.0', 'repository-missing-or-private', 401]] as const) {
			const { code, out } = await inspect(`${registry.host}/${name}`, '--format', 'json');
			assert.equal(code, 1, name);
			const { error } = JSON.parse(out) as { error: { code: string; status: number; message: string; evidence: object } };
			assert.ok([expected, 'image-private-no-credentials'].includes(error.code), `${name}: ${error.code}`);
			assert.equal(error.status, status);
			assert.ok(error.message.length > 0 && Object.keys(error.evidence).length > 0);
		}
	});

	it('says which platforms there are when the wanted one is missing', async () => {
		const { code, out } = await inspect(`${registry.host}/demo/multi:1.0`, '--platform', 'linux/s390x', '--format', 'json');
		assert.equal(code, 1);
		const { error } = JSON.parse(out) as { error: { code: string; message: string } };
		assert.equal(error.code, 'platform-missing');
		assert.match(error.message, /not available for linux\/s390x, only for linux\/amd64, linux\/arm64/);
		assert.equal((await inspect(`${registry.host}/demo/app:1.0`, '--platform', 'linux/s390x', '--format', 'json')).code, 0, 'a single manifest is pulled all the same');
	});

	it('--parse-only reads names without asking anybody', async () => {
		assert.deepEqual(JSON.parse((await inspect('--parse-only', 'node', '--format', 'json')).out), { domain: 'docker.io', path: 'library/node', tag: null, digest: null, canonical: 'docker.io/library/node:latest' });
		const wrong = await inspect('--parse-only', 'Foo/Bar', '--format', 'json');
		assert.equal(wrong.code, 2);
		assert.match(wrong.out, /^\{"error":"/);
		const { out, code } = await runIn(folder, ['inspect', '--parse-only', '--stdin', '--format', 'jsonl'], { stdin: 'a:1\nB/c\n\nx@y\n' });
		assert.equal(code, 0);
		assert.deepEqual(out.trim().split('\n').map(line => Object.keys(JSON.parse(line) as object)[0]), ['domain', 'domain', 'error', 'error']);
	});
});
