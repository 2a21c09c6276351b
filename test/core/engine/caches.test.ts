import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';

describe('A build cache that is not there', () => {
	it('is nobody\'s mistake, in Compose, dev containers and bake', async () => {
		const { findings } = await checkDiagnosis({
			'compose.yaml': 'services:\n  web:\n    build:\n      context: .\n      cache_from: [ghcr.io/acme/app:cache]\n',
			'.devcontainer/devcontainer.json': '{ "build": { "dockerfile": "Dockerfile", "cacheFrom": "ghcr.io/acme/app:cache" } }',
			'docker-bake.hcl': 'target "app" {\n  cache-from = ["type=registry,ref=ghcr.io/acme/app:cache"]\n}\n',
			'Dockerfile': 'FROM ghcr.io/acme/app:gone\n',
		}, { registry: 'ghcr.io/acme/app: 1.0' });
		assert.deepEqual(findings.map(({ file, code }) => `${file} ${code}`), ['Dockerfile tag-not-found']);
	});
});
