import assert from 'node:assert/strict';
import { check } from '../../../src/core/engine/check.ts';
import { createFactsIndex } from '../../../src/core/engine/factsIndex.ts';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import { pageRegistry } from '../../support/pageRegistry.ts';

describe('A build that pushes to this machine from a container', () => {
	for (const [listens, expected] of [
		[true, ['Inside the builder, "localhost:5000" is the builder itself, not this machine.']],
		[false, ['Inside the builder, "localhost:5000" is the builder itself, not this machine.', 'On this machine nothing listens at "localhost:5000" either.']],
		[undefined, ['Inside the builder, "localhost:5000" is the builder itself, not this machine.']],
	] as const) {
		it(`is told what is the case when the registry here ${listens === undefined ? 'was not tried' : listens ? 'listens' : 'does not listen'}`, async () => {
			const host = { read: async () => undefined, environment: {}, listens: async () => listens };
			const index = createFactsIndex(host);
			await index.set('b.sh', 'docker buildx build --platform linux/amd64,linux/arm64 -t localhost:5000/a:1 --push .\n');
			const { findings } = await check(index, ['b.sh'], host, {
				registry: pageRegistry(''), settings: { profile: 'default', severity: {}, targets: [], platforms: [], offline: false },
			});
			assert.deepEqual(findings.filter(({ code }) => code === 'loopback-registry-from-builder').map(({ message }) => formatMessage(message)), expected);
		});
	}
});
