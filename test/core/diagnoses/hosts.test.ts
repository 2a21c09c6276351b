import assert from 'node:assert/strict';
import { retiredRegistry } from '../../../src/core/diagnoses/support/retiredRegistry.ts';
import { parseReference } from '../../../src/core/reference/parseReference.ts';
import { formatMessage } from '../../../src/core/util/formatMessage.ts';
import { checkDiagnosis } from '../../support/checkDiagnosis.ts';

describe('Registries that were closed', () => {
	for (const [name, successor] of [
		['docker.bintray.io/jfrog/artifactory-oss:7', 'releases-docker.jfrog.io/jfrog/artifactory-oss:7'],
		['acme-docker.bintray.io/app:1', undefined],
		['registry.svc.ci.openshift.org/ocp/4.5:cli', 'registry.ci.openshift.org/ocp/4.5:cli'],
		['registry.centos.org/centos:7', 'quay.io/centos/centos:centos7'],
		['registry.centos.org/centos/centos:stream9', 'quay.io/centos/centos:stream9'],
		['registry.centos.org/dotnet/dotnet-22:latest', 'quay.io/dotnet/dotnet-22:latest'],
	] as const) {
		it(`${name} may be ${successor ?? 'nowhere'} now`, () => {
			const retired = closed(name);
			assert.ok(retired && retired.year >= 2021);
			assert.equal(retired.successor?.canonical, successor);
		});
	}
	for (const name of ['bintray.io.example.net/a:1', 'quay.io/centos/centos:7', 'registry.ci.openshift.org/ocp/4.5:cli']) {
		it(`${name} is open`, () => { assert.equal(closed(name), undefined); });
	}

	function closed(name: string): ReturnType<typeof retiredRegistry> {
		const parsed = parseReference(name);
		assert.ok(parsed.ok, name);
		return retiredRegistry(parsed.reference);
	}
});

describe('A host that does not resolve', () => {
	const away = '!unreachable,cause=dns';
	for (const [what, files, registry, expected] of [
		['is said, once for each place', { Dockerfile: 'FROM reg.acme-internal.dev/a:1\n' }, `reg.acme-internal.dev/a: ${away}`, ['info The host name "reg.acme-internal.dev" cannot be resolved.']],
		['is said beside a registry that answers', { Dockerfile: 'FROM node:22 AS a\nFROM reg.acme-internal.dev/a:1\n' }, `docker.io/library/node: 22\nreg.acme-internal.dev/a: ${away}`, ['info The host name "reg.acme-internal.dev" cannot be resolved.']],
		['is nothing where no host resolves', { Dockerfile: 'FROM node:22 AS a\nFROM reg.acme-internal.dev/a:1\n' }, `docker.io/library/node: ${away}\nreg.acme-internal.dev/a: ${away}`, []],
		['is nothing when everybody knows it', { Dockerfile: 'FROM quay.io/acme/a:1\n' }, `quay.io/acme/a: ${away}`, []],
		['is nothing inside a cluster', { 'pod.yaml': 'apiVersion: v1\nkind: Pod\nspec: {containers: [{image: "image-registry.openshift-image-registry.svc:5000/a/b:1"}]}\n' }, `image-registry.openshift-image-registry.svc:5000/a/b: ${away}`, []],
		['is nothing when it refuses', { Dockerfile: 'FROM reg.acme-internal.dev/a:1\n' }, 'reg.acme-internal.dev/a: !unreachable,cause=refused', []],
	] as const) {
		it(what, async () => {
			const { findings } = await checkDiagnosis(files, { registry });
			assert.deepEqual(findings.filter(({ code }) => code === 'registry-dns-failure').map(({ severity, message }) => `${severity} ${formatMessage(message)}`), expected);
		});
	}
});

describe('A registry without TLS', () => {
	const registry = 'reg.acme.dev:5000/a: !unreachable,cause=http-not-https\nreg.acme.dev/a: !unreachable,cause=http-not-https\ndocker.io/library/node: 22';
	for (const [line, said] of [
		['docker push reg.acme.dev:5000/a:1', 'docker'],
		['docker buildx build --push -t reg.acme.dev:5000/a:1 .', 'docker'],
		['nerdctl push reg.acme.dev:5000/a:1', 'nerdctl'],
		['skopeo copy docker://node:22 docker://reg.acme.dev:5000/a:1', 'skopeo'],
		['skopeo copy --src-tls-verify=false docker://node:22 docker://reg.acme.dev:5000/a:1', 'skopeo'],
		['podman pull --tls-verify=true reg.acme.dev:5000/a:1', 'podman'],
		['docker tag a reg.acme.dev:5000/a:1'],
		['docker build -t reg.acme.dev:5000/a:1 .'],
		['docker push reg.acme.dev/a:1'],
		['podman pull --tls-verify=false reg.acme.dev:5000/a:1'],
		['podman push --tls-verify=0 a reg.acme.dev:5000/a:1'],
		['skopeo copy --src-tls-verify=false docker://reg.acme.dev:5000/a:1 dir:out'],
		['nerdctl push --insecure-registry reg.acme.dev:5000/a:1'],
		['docker buildx build -o type=image,name=reg.acme.dev:5000/a:1,push=true,registry.insecure=true .'],
		['docker push reg.acme.dev:$PORT/a:1'],
	] as const) {
		it(`${line}: ${said === undefined ? 'nothing to say' : `${said} is told`}`, async () => {
			const { findings } = await checkDiagnosis({ 'p.sh': `${line}\n` }, { registry });
			const told = findings.filter(({ code }) => code === 'http-registry-https-client').map(({ message }) => formatMessage(message));
			assert.deepEqual(told, said === undefined ? [] : [`reg.acme.dev:5000 speaks plain HTTP, but ${said} uses HTTPS.`]);
		});
	}
});
