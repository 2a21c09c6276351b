import assert from 'node:assert/strict';
import { reasonOfOutcome } from '../../../../src/core/registry/verdicts/reasonOfOutcome.ts';
import type { HttpFailure } from '../../../../src/core/registry/transport/httpAnswer.ts';
import { bench, files, ref } from '../testRegistry.ts';

describe('why there is no value', () => {
	const failures: readonly (readonly [HttpFailure, string])[] = [
		[{ kind: 'cancelled' }, 'cancelled'], [{ kind: 'limited', until: 0, said: false }, 'rate-limited'], [{ kind: 'unreachable', cause: 'dns', message: '' }, 'unreachable'],
		[{ kind: 'broken', detail: 'truncated', message: '' }, 'broken-answer'], [{ kind: 'not-http', message: '' }, 'broken-answer'],
	];
	for (const [failure, reason] of failures) { it(`${failure.kind}: ${reason}`, () => { assert.equal(reasonOfOutcome({ failure }), reason); }); }
	for (const [status, reason] of [[401, 'login-needed'], [403, 'not-allowed'], [404, 'missing'], [429, 'rate-limited'], [500, 'unreachable'], [503, 'unreachable'], [418, 'broken-answer'], [200, 'broken-answer']] as const) {
		it(`${status}: ${reason}`, () => { assert.equal(reasonOfOutcome({ answer: { status, headers: {}, body: Buffer.alloc(0), url: new URL('https://x.example') } }), reason); });
	}
});

describe('the other questions', () => {
	const { fake, client } = bench();
	const layer = { mediaType: '', digest: `sha256:${'1'.repeat(64)}`, size: 10 };

	for (const [says, options, reason] of [['offline', { gate: () => 'offline' as const }, 'offline'], ['a host that is denied', { denyHosts: ['127.0.0.1'] }, 'host-not-allowed'], ['only other hosts allowed', { allowHosts: ['other.example'] }, 'host-not-allowed']] as const) {
		it(`are not asked: ${says}`, async () => {
			const registry = await fake();
			const port = client(options);
			const name = ref(`${registry.host}/demo/app:1.0`);
			const manifest = { kind: 'image', digest: '', mediaType: '', size: 0, raw: '', layers: [], manifests: [], format: 'oci', config: layer } as never;
			const answers = [await port.tags(name), await port.manifest(name), await port.config(name, manifest), await port.layerFiles?.(name, layer, {}), await port.blob?.(name, layer)];
			assert.deepEqual(answers.map(one => one && !one.known && one.reason), answers.map(() => reason));
			const tree = await port.inspect(name, { platforms: 'all' });
			assert.ok('verdict' in tree && tree.verdict === 'not-asked');
			assert.equal(registry.requests.length, 0);
		});
	}
	for (const [says, status, reason] of [['is gone', 404, 'missing'], ['is closed', 403, 'not-allowed'], ['cannot be served', 502, 'unreachable'], ['is limited', 429, 'rate-limited'], ['is another', 200, 'broken-answer']] as const) {
		it(`have no value when the blob ${says}`, async () => {
			const registry = await fake();
			registry.fault({ path: /blobs/ }, { type: 'answer', status, body: 'other bytes' });
			const port = client();
			const name = ref(`${registry.host}/demo/app:1.0`);
			const manifest = await port.manifest(name);
			assert.ok(manifest.known);
			const answers = [await port.blob?.(name, layer), await port.config(name, manifest.value), await port.layerFiles?.(name, layer, {})];
			assert.deepEqual(answers.map(one => one && !one.known && one.reason), [reason, reason, reason]);
		});
	}
	it('are not asked at a registry that this machine blocks', async () => {
		const registry = await fake();
		const port = client({ files: files({ '/etc/containers/registries.conf': `[[registry]]\nlocation="${registry.host}"\nblocked=true\n` }) });
		const name = ref(`${registry.host}/demo/app:1.0`);
		const answers = [await port.tags(name), await port.manifest(name), await port.layerFiles?.(name, layer, {}), await port.blob?.(name, layer)];
		assert.deepEqual(answers.map(one => one && !one.known && one.reason), ['blocked', 'blocked', 'blocked', 'blocked']);
		assert.equal(registry.requests.length, 0);
	});
	it('are asked anew after a refresh', async () => {
		const registry = await fake();
		const port = client();
		const name = ref(`${registry.host}/demo/app:1.0`);
		await port.check(name);
		await port.tags(name);
		await port.refresh();
		registry.reset();
		await port.check(name);
		assert.equal(registry.requests.length, 1);
	});
});
