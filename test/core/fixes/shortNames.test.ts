import assert from 'node:assert/strict';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';
import { fixCases } from '../../support/fixCases.ts';

fixCases('A short name is written in full where a variable holds it', { code: 'ref-unqualified-short-name' }, [
	['an argument', 'Containerfile', 'ARG BASE=⟦→docker.io/⟧acme/base:1\nFROM ${BASE}\n'],
	['make', 'Makefile', 'IMG ?= ⟦→docker.io/library/⟧nginx:1.29\nrun:\n\tpodman run --rm $(IMG)\n'],
	['beside a variable', 'Containerfile', 'ARG TAG=1.29\nFROM ⟦→docker.io/library/⟧nginx:${TAG}\n'],
	['a variable before it may hold the registry', 'Containerfile', 'ARG REGISTRY=\nFROM ${REGISTRY}nginx:1.29\n'],
	['a variable holds the registry', 'Containerfile', 'ARG REGISTRY=quay.io\nFROM ${REGISTRY}/acme/base:1\n'],
	['what the file builds', 'Makefile', 'IMG ?= acme/web:1\nrun:\n\tpodman build -t $(IMG) .\n\tpodman run --rm $(IMG)\n'],
]);

fixCases('A short name in a template gets its registry', { code: 'ref-unqualified-short-name', settings: 'targets: cri-o-1.34' }, [
	['OpenShift', 't.yaml', 'apiVersion: template.openshift.io/v1\nkind: Template\nparameters:\n- name: IMG\n  value: "⟦→docker.io/⟧acme/web:1"\nobjects:\n- apiVersion: v1\n  kind: Pod\n  spec: { containers: [ { name: a, image: "${IMG}" } ] }\n'],
]);

const two = (name: string): string => `services:\n  nexus:\n    image: docker.io/sonatype/nexus3:3.75.0\n  app:\n    image: ${name}\n`;
fixCases('A service as registry gets a port', { code: 'ref-domain-looks-like-host' }, [
	['more parts than Docker Hub has', 'compose.yaml', two('nexus⟦→:5000⟧/team/app:1')],
	['a namespace of Docker Hub', 'compose.yaml', two('nexus/app:1')],
]);

describe('A bake file that pushes to this machine from a container', () => {
	const target = (platforms: string): string => `target "a" {\n  tags = ["localhost:5000/a:1"]\n  platforms = [${platforms}]\n  output = ["type=registry"]\n}\n`;
	const codes = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => (await checkDiagnosis(files)).findings.map(({ code }) => code);

	it('is told for several platforms, which need a container', async () => {
		assert.deepEqual(await codes({ 'docker-bake.hcl': target('"linux/amd64", "linux/arm64"') }), ['loopback-registry-from-builder']);
		assert.deepEqual(await codes({ 'docker-bake.hcl': target('"linux/amd64"') }), []);
	});

	it('is not where a script puts the builder into the host\'s network', async () => {
		assert.deepEqual(await codes({ 'docker-bake.hcl': target('"linux/amd64", "linux/arm64"'), 'b.sh': 'docker buildx create --use --driver-opt network=host\ndocker buildx bake\n' }), []);
	});
});
