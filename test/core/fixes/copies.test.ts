import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';

describe('What no edit mends becomes a command to copy', () => {
	const table: readonly (readonly [what: string, file: string, text: string, registry: string, command: string])[] = [
		['a chart', 'Dockerfile', 'FROM ghcr.io/acme/chart:1.0.0\n', 'ghcr.io/acme/chart: 1.0.0[artifact=application/vnd.cncf.helm.config.v1+json]', 'helm pull oci://ghcr.io/acme/chart --version 1.0.0'],
		['a model', 'compose.yaml', 'services:\n  a:\n    image: ai/smollm2:1\n', 'docker.io/ai/smollm2: 1[artifact=application/vnd.docker.ai.model.config.v0.1+json]', 'docker model pull docker.io/ai/smollm2:1'],
		['a login that podman does not read', 'Containerfile', 'FROM quay.io/acme/api:1\n', 'quay.io/acme/api: 1!exists,evidence.savedLogin.kind=docker-only,evidence.savedLogin.source=config.json', 'podman login quay.io'],
	];
	for (const [what, file, text, registry, command] of table) {
		it(what, async () => {
			const { findings } = await checkDiagnosis({ [file]: text }, { registry });
			assert.deepEqual(findings.flatMap(({ fixes }) => fixes.flatMap(({ action }) => action?.type === 'copy' ? [action.text] : [])), [command]);
		});
	}

	it('not for an artifact that nobody pulls by hand, nor for Docker\'s own file', async () => {
		const registry = 'ghcr.io/acme/sig: 1[artifact=application/vnd.dev.cosign.artifact.sig.v1+json]\nquay.io/acme/api: 1!exists,evidence.savedLogin.kind=docker-only,evidence.savedLogin.source=config.json';
		const { findings } = await checkDiagnosis({ Dockerfile: 'FROM ghcr.io/acme/sig:1\nFROM quay.io/acme/api:1\n' }, { registry });
		assert.deepEqual(findings.map(({ code, fixes }) => [code, fixes]), [['not-a-container-image', []]]);
	});
});
