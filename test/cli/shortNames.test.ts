import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillSampleImages } from '../support/sampleImages.ts';
import { startFakeRegistry } from '../support/fakeRegistry.ts';
import { runIn } from './run.ts';

describe('short names on a machine with search registries', () => {
	const check = async (name: string, from: string, search: (host: string) => string): Promise<readonly string[]> => {
		const registry = await startFakeRegistry();
		fillSampleImages(registry);
		const folder = mkdtempSync(join(tmpdir(), 'pullcheck-short-'));
		try {
			mkdirSync(join(folder, 'home/.config/containers'), { recursive: true });
			mkdirSync(join(folder, 'work'));
			writeFileSync(join(folder, 'home/.config/containers/registries.conf'), `unqualified-search-registries = [${search(registry.host)}]\n[[registry]]\nprefix = "docker.io"\nlocation = "${registry.host}/empty"\ninsecure = true\n`);
			writeFileSync(join(folder, 'work', name), `FROM ${from}\n`);
			const { out } = await runIn(join(folder, 'work'), ['check', '.', '--format', 'json'], { environment: { HOME: join(folder, 'home'), XDG_CACHE_HOME: join(folder, 'cache') } });
			const { findings } = JSON.parse(out) as { findings: readonly { readonly code: string; readonly message: string; readonly severity: string; readonly evidence: unknown }[] };
			return findings.filter(({ code }) => code !== 'ref-unqualified-short-name').map(({ code, evidence }) => `${code}${JSON.stringify(evidence).includes('short name: ') ? ', by the lists' : ''}`);
		} finally {
			rmSync(folder, { recursive: true, force: true });
			await registry.close();
		}
	};

	it('are found where podman finds them', async () => {
		assert.deepEqual(await check('Containerfile', 'demo/app:1.0', host => `"${host}"`), []);
	});
	it('accuse nobody when podman would look elsewhere than Docker', async () => {
		assert.deepEqual(await check('Containerfile', 'demo/nothing:1.0', host => `"${host}"`), []);
	});
	it('are Docker Hub\'s when that is in the list and no other has them, and the evidence says why', async () => {
		assert.deepEqual(await check('Containerfile', 'demo/nothing:1.0', host => `"${host}", "docker.io"`), ['repository-not-found, by the lists']);
	});
	it('always mean Docker Hub where Docker reads the file', async () => {
		assert.deepEqual(await check('Dockerfile', 'demo/app:1.0', host => `"${host}"`), ['repository-not-found']);
	});
});
