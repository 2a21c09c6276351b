import { devcontainerCard } from '../../../src/core/extract/devcontainer/card.ts';
import { expectUses } from '../../support/expectUses.ts';

function expect(marked: string, expected: readonly string[]): void {
	expectUses(devcontainerCard, '.devcontainer/devcontainer.json', marked, expected, { environment: { SET: 'v', EMPTY: '' } });
}

describe('Dev containers: a cache reaches over the whole of its variables', () => {
	for (const [written, image] of [
		['«r/a:${localEnv:NO:1}»', 'docker.io/r/a:1'],
		['«${localEnv:NO:r/a}:2»', 'docker.io/r/a:2'],
		['«r/a:1${localEnv:EMPTY:z}»', 'docker.io/r/a:1'],
		['«${localEnv:EMPTY}r/a»', 'docker.io/r/a:latest'],
		['«r/a:${localEnv:SET}»', 'docker.io/r/a:v'],
		['«r/a:${localEnv:NO:22.04:x}»', 'docker.io/r/a:22.04'],
	] as const) {
		it(written, () => {
			expect(`{"build": {"dockerfile": "Dockerfile", "cacheFrom": ["type=registry,ref=${written},mode=max"]}}`, [`devcontainer-cache-from image ${image}`]);
		});
	}
});

describe('Dev containers: ids of features', () => {
	it('are read in small letters', () => {
		expect('{"features": {"«GHCR.io/DevContainers/features/Go:1»": {}}}', ['devcontainer-feature artifact ghcr.io/devcontainers/features/go:1']);
	});

	it('gradle, maven and jupyterlab moved nowhere by themselves', () => {
		expect('{"features": {"«gradle»": {}, "«golang»": {}}}', ['devcontainer-feature artifact -', 'devcontainer-feature artifact ghcr.io/devcontainers/features/go:1']);
	});
});
