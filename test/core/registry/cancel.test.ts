import assert from 'node:assert/strict';
import { bench, ref } from './testRegistry.ts';

describe('cancelling', () => {
	const { fake, client } = bench();

	it('ends the wait of the one who cancels, and not of the others', async () => {
		const registry = await fake({ latencyMs: 30 });
		const port = client();
		const controller = new AbortController();
		const mine = port.check(ref(`${registry.host}/demo/app:1.0`), controller.signal);
		const yours = port.check(ref(`${registry.host}/demo/app:1.0`));
		controller.abort();
		const first = await mine;
		assert.deepEqual(first.verdict === 'not-asked' && first.reason, 'cancelled');
		assert.equal((await yours).verdict, 'exists');
		assert.equal(registry.requests.length, 1);
	});

	it('gives the request up when nobody wants it any more, and remembers nothing', async () => {
		const registry = await fake();
		registry.fault({}, { type: 'hang' }, 1);
		const port = client();
		const controller = new AbortController();
		const asked = port.check(ref(`${registry.host}/demo/app:1.0`), controller.signal);
		while (registry.requests.length === 0) { await new Promise(setImmediate); }
		controller.abort();
		assert.equal((await asked).verdict, 'not-asked');
		assert.equal((await port.check(ref(`${registry.host}/demo/app:1.0`))).verdict, 'exists');
	});

	it('leaves the queue at once', async () => {
		const registry = await fake();
		registry.fault({}, { type: 'hang' });
		const port = client({ timeoutMs: 60_000 });
		const controller = new AbortController();
		const asked = Array.from({ length: 20 }, (_, index) => port.check(ref(`${registry.host}/demo/app:${index}`), controller.signal));
		while (registry.requests.length === 0) { await new Promise(setImmediate); }
		controller.abort();
		assert.ok((await Promise.all(asked)).every(one => one.verdict === 'not-asked'));
	});

	it('works for tags, manifests and layers alike', async () => {
		const registry = await fake();
		const port = client();
		const name = ref(`${registry.host}/demo/app:1.0`);
		const layer = { mediaType: '', digest: `sha256:${'1'.repeat(64)}`, size: 1 };
		const answers = await Promise.all([port.tags(name, AbortSignal.abort()), port.manifest(name, AbortSignal.abort()), port.layerFiles?.(name, layer, {}, AbortSignal.abort())]);
		assert.deepEqual(answers.map(one => one?.known === false && one.reason), ['cancelled', 'cancelled', 'cancelled']);
	});
});
