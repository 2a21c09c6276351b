import assert from 'node:assert/strict';
import { bench, ref } from './testRegistry.ts';

describe('Tags of a repository with two hundred thousand of them', () => {
	const { fake, client } = bench();

	it('are found by how they begin, in one request more, wherever they stand', async () => {
		const registry = await fake();
		const { tags } = registry.repository('big/one');
		const [digest = ''] = registry.repository('demo/node').tags.values();
		for (let build = 0; build < 200_000; build++) { tags.set(`build-${String(build).padStart(6, '0')}`, digest); }
		for (const tag of ['22', '22-alpine', '22.1', 'v1', '0']) { tags.set(tag, digest); }
		const port = client({ timeoutMs: 20_000 });
		const reference = ref(`${registry.host}/big/one:22`);

		const all = await port.tagsFrom?.(reference, '');
		assert.ok(all?.known && !all.value.complete);
		const asked = registry.requests.length;
		const found = async (prefix: string): Promise<readonly string[]> => {
			const answer = await port.tagsFrom?.(reference, prefix);
			assert.ok(answer?.known && answer.value.complete, prefix);
			return [...answer.value.tags].sort();
		};
		assert.deepEqual(await found('v'), ['v1']);
		assert.equal(registry.requests.length, asked + 1);
		assert.deepEqual(await found('22'), ['22', '22-alpine', '22.1']);
		assert.deepEqual(await found('0'), ['0']);
		assert.deepEqual(await found('build-19999'), Array.from({ length: 10 }, (_, digit) => `build-19999${digit}`));
		assert.equal(registry.requests.length, asked + 4);
		assert.deepEqual(await found('v'), ['v1'], 'known by now');
		assert.equal(registry.requests.length, asked + 4);
		const many = await port.tagsFrom?.(reference, 'build-1');
		assert.ok(many?.known && !many.value.complete && many.value.tags.length >= 1000);
	}).timeout(60_000);

	it('are those of the list where it is whole', async () => {
		const registry = await fake();
		const answer = await client().tagsFrom?.(ref(`${registry.host}/demo/node:22`), '22');
		assert.ok(answer?.known && answer.value.complete && answer.value.tags.includes('20-alpine'));
		assert.equal(registry.requests.filter(({ url }) => url.includes('tags/list')).length, 1);
	});
});
