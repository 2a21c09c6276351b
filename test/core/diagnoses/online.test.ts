import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/model/index.ts';
import { check } from '../../../src/core/engine/check.ts';
import { createFactsIndex } from '../../../src/core/engine/factsIndex.ts';
import { createRegistry } from '../../../src/core/registry/createRegistry.ts';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import { startFakeRegistry, type FakeRegistry } from '../../support/fakeRegistry.ts';
import { fillSampleImages } from '../../support/sampleImages.ts';

describe('Diagnoses ask a real registry over HTTP', () => {
	let fake: FakeRegistry;
	before(async () => { fake = await startFakeRegistry(); fillSampleImages(fake); });
	after(() => fake.close());
	afterEach(() => fake.reset());

	async function findings(text: string, settings: { readonly targets?: readonly string[]; readonly platforms?: readonly string[] } = {}): Promise<readonly Finding[]> {
		const registry = createRegistry({ environment: {}, homeFolder: '/nonexistent' });
		const host = { read: async () => undefined, environment: {} };
		const index = createFactsIndex(host);
		await index.set('Dockerfile', text.replaceAll('HOST', fake.host));
		const result = await check(index, ['Dockerfile'], host, { registry, settings: { profile: 'default', severity: {}, targets: [], platforms: [], offline: false, ...settings } });
		await registry.dispose();
		return result.findings;
	}

	const table: readonly (readonly [text: string, codes: string, settings?: { readonly targets?: readonly string[]; readonly platforms?: readonly string[] }])[] = [
		['FROM HOST/demo/node:20-alpine', ''],
		['FROM HOST/demo/node:20-alpin', 'tag-not-found'],
		['FROM HOST/demo/nothing:1', 'repository-not-found'],
		[`FROM HOST/demo/node@sha256:${'0'.repeat(64)}`, 'digest-not-found'],
		['FROM HOST/demo/oci:1.0', 'oci-unsupported-by-target', { targets: ['openshift-3.11'] }],
		['FROM HOST/demo/oci:2.0', '', { targets: ['openshift-3.11'] }],
		['FROM HOST/demo/legacy:1.0', 'schema1-manifest'],
		['FROM HOST/demo/chart:0.1.0', 'not-a-container-image'],
		['FROM HOST/demo/zstd:1.0', 'layers-zstd', { targets: ['docker-20.10'] }],
		['FROM --platform=linux/s390x HOST/demo/multi:1.0', 'platform-missing'],
		['FROM --platform=linux/amd64 HOST/demo/arm:1.0', 'platform-mismatch-single'],
		['FROM HOST/demo/attested:1.0', '', { platforms: ['linux/amd64'] }],
	];
	for (const [text, codes, settings] of table) {
		it(`${text}${settings?.targets ? ` for ${settings.targets.join()}` : ''} is ${codes === '' ? 'fine' : codes}`, async () => {
			const found = await findings(text, settings);
			assert.equal(found.map(({ code }) => code).join(' '), codes, found.map(({ message }) => formatMessage(message)).join('\n'));
			for (const finding of found) { assert.ok(finding.evidence.every(({ host, at }) => host === fake.host && !Number.isNaN(Date.parse(at ?? ''))), 'evidence says who answered and when'); }
		});
	}

	it('offers the tags that the registry has', async () => {
		const [finding] = await findings('FROM HOST/demo/node:20-alpin');
		assert.deepEqual(finding?.fixes[0]?.edits.map(({ newText }) => newText), ['20-alpine']);
	});

	it('takes a server that does not speak HTTP for a fault that may pass', async () => {
		fake.fault({}, { type: 'not-http' });
		assert.deepEqual((await findings('FROM HOST/demo/node:20')).map(({ code, severity }) => `${code} ${severity}`), ['registry-not-v2 warning']);
	});

	it('asks once for ten stages with the same image', async () => {
		await findings(Array.from({ length: 10 }, () => 'FROM HOST/demo/node:nope').join('\n'));
		assert.ok(fake.requests.length <= 6, fake.requests.map(({ method, url }) => `${method} ${url}`).join('\n'));
	});
});
