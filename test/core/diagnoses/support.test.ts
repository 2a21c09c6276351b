import assert from 'node:assert/strict';
import { deprecation } from '../../../src/core/diagnoses/support/deprecatedImages.ts';
import { editDistance } from '../../../src/core/diagnoses/support/editDistance.ts';
import { endOfLife } from '../../../src/core/diagnoses/support/endOfLife.ts';
import type { Manifest } from '../../../src/core/model/index.ts';
import { artifactKind } from '../../../src/core/diagnoses/support/artifactKind.ts';
import { isPlaceholder } from '../../../src/core/diagnoses/support/isPlaceholder.ts';
import { similarRepositories } from '../../../src/core/diagnoses/support/knownRepositories.ts';
import { isLoopbackHost, isLoopbackWildcard } from '../../../src/core/diagnoses/support/loopback.ts';
import { misspeltHost } from '../../../src/core/diagnoses/support/misspeltHost.ts';
import { movedRegistry } from '../../../src/core/diagnoses/support/movedRegistry.ts';
import { hostPlatform, normalPlatform, servesPlatform } from '../../../src/core/util/platformName.ts';
import { parseReference } from '../../../src/core/reference/parseReference.ts';
import type { Reference } from '../../../src/core/model/index.ts';

function reference(text: string): Reference {
	const parsed = parseReference(text);
	assert.ok(parsed.ok, text);
	return parsed.reference;
}

describe('What diagnoses know', () => {
	it('platforms in one spelling, as containerd reads them', () => {
		assert.deepEqual(['linux/x86_64', 'linux/aarch64', 'linux/arm64/v8', 'linux/arm', 'linux/arm/7', 'Linux/AMD64', 'linux/arm64/8', 'linux/arm64/v9', 'linux/armel', 'linux/amd64/v1', 'linux/amd64/v2'].map(normalPlatform),
			['linux/amd64', 'linux/arm64', 'linux/arm64', 'linux/arm/v7', 'linux/arm/v7', 'linux/amd64', 'linux/arm64', 'linux/arm64/v9', 'linux/arm/v6', 'linux/amd64', 'linux/amd64/v2']);
		assert.deepEqual(['x64', 'arm64', 'mips'].map(hostPlatform), ['linux/amd64', 'linux/arm64', 'linux/mips']);
	});
	for (const [wanted, available, serves] of [
		['linux/arm/v7', ['linux/arm/v6'], true], ['linux/arm/v6', ['linux/arm/v7'], false], ['linux/arm64', ['linux/arm/v7'], false],
		['linux/amd64/v3', ['linux/amd64'], true], ['linux/amd64/v3', ['linux/amd64/v2'], true], ['linux/amd64', ['linux/amd64/v2'], true], ['linux/s390x/a', ['linux/s390x'], false], ['linux/arm64/v8', ['linux/arm64'], true], ['windows/amd64', ['linux/amd64'], false],
	] as const) {
		it(`${available.join()} ${serves ? 'serves' : 'does not serve'} ${wanted}`, () => assert.equal(servesPlatform(wanted, available), serves));
	}

	it('which names mean this machine', () => {
		for (const host of ['localhost', 'localhost:5000', '127.0.0.1', '127.9.9.9:80', '[::1]:5000', 'a.localhost']) { assert.ok(isLoopbackHost(host), host); }
		for (const host of ['quay.localhost.direct', 'lvh.me:443', 'a.b.localtest.me', '127.0.0.1.nip.io', 'app-127-0-0-1.sslip.io']) { assert.ok(isLoopbackWildcard(host), host); }
		for (const host of ['localhost.example.net', 'notlvh.me', '10.127.0.0.nip.io', '192.168.1.1.nip.io', '127.0.0.1.example.net']) { assert.ok(!isLoopbackHost(host) && !isLoopbackWildcard(host), host); }
	});

	it('what a manifest is that is no image', () => {
		const manifest = (mediaType: string): Manifest => ({ mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: '', size: 1, format: 'oci', raw: '', kind: 'image', manifests: [], config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: '', size: 1 }, layers: [{ mediaType, digest: '', size: 1 }] });
		assert.equal(artifactKind(manifest('application/vnd.dev.cosign.simplesigning.v1+json')), 'signature');
		assert.equal(artifactKind(manifest('application/vnd.oci.image.layer.v1.tar+gzip')), undefined);
	});

	it('which names stand for others', () => {
		for (const text of ['<USERNAME>/app', 'ghcr.io/YOUR_ORG/app', 'publisher/image:tag', 'registry.example.com/app:1', 'your-registry/app']) { assert.ok(isPlaceholder(text), text); }
		for (const text of ['yourls:1.9', 'acme/image-proxy:1', 'quay.io/acme/tag:1', 'myapp:1', 'mysql/mysql-server', 'ghcr.io/example-dev/app', 'my-app:1', 'registry.example.org/app:1', 'example/app:1']) { assert.ok(!isPlaceholder(text), text); }
	});

	it('which hosts are misspelt, and never that a real one is', () => {
		assert.equal(misspeltHost('ghrc.io'), 'ghcr.io');
		assert.equal(misspeltHost('quay.ioo', true), 'quay.io');
		for (const host of ['ghcr.io', 'quay.io', 'gcr.io', 'docker.io', 'nvcr.io', 'registry.acme.dev', 'eu.gcr.io']) { assert.equal(misspeltHost(host, true), undefined, host); }
	});

	it('which well-known repository a name comes close to', () => {
		assert.deepEqual(similarRepositories('quay.io', 'project-quay/quay'), ['projectquay/quay']);
		assert.equal(similarRepositories('docker.io', 'library/pyhton')[0], 'library/python');
		assert.deepEqual(similarRepositories('docker.io', 'library/myapp'), []);
		assert.deepEqual(similarRepositories('registry.acme.dev', 'library/pyhton'), []);
	});

	for (const [name, successor] of [
		['openjdk:17-jdk-slim', 'eclipse-temurin:17-jdk'], ['openjdk:8-jre-alpine', 'eclipse-temurin:8-jre-alpine'], ['openjdk:11', 'eclipse-temurin:11'],
		['openjdk:11.0.16-jdk-bullseye', 'eclipse-temurin:11-jdk'], ['openjdk:17-jdk-windowsservercore', undefined], ['openjdk', undefined],
	] as const) {
		it(`the successor of ${name} is ${successor ?? 'for people to choose'}`, () => {
			assert.equal(deprecation(reference(name))?.successor?.canonical, successor && `docker.io/library/${successor}`);
		});
	}
	it('that Amazon Linux 2 is alive, and the first one not', () => {
		assert.equal(deprecation(reference('amazonlinux:2')), undefined);
		assert.equal(deprecation(reference('amazonlinux:1'))?.name, 'amazonlinux:1');
		assert.equal(deprecation(reference('registry.acme.dev/openjdk:17')), undefined);
	});

	it('which releases have ended', () => {
		assert.deepEqual(['buster', '10.13-slim', 'trixie', '13'].map(tag => endOfLife('library/debian', tag)), ['Debian 10', 'Debian 10', undefined, undefined]);
		assert.deepEqual(['14-alpine', '22', '20'].map(tag => endOfLife('library/node', tag)), ['Node.js 14', undefined, undefined]);
		assert.deepEqual(['22-buster-slim', '22-alpine3.15', '22-bookworm', '22-alpine3.22'].map(tag => endOfLife('library/node', tag)), ['Debian 10', 'Alpine 3.15', undefined, undefined]);
		assert.equal(endOfLife('acme/node', '22-buster'), undefined);
		assert.deepEqual(['1.18-alpine', '1.2', '1.25', '1'].map(tag => endOfLife('library/golang', tag)), ['Go 1.18', 'Go 1.2', undefined, undefined]);
		assert.equal(endOfLife('library/python', '3.12'), undefined);
	});

	it('where registries have moved', () => {
		assert.equal(movedRegistry(reference('k8s.gcr.io/pause:3.9'))?.reference.canonical, 'registry.k8s.io/pause:3.9');
		assert.equal(movedRegistry(reference('mcr.microsoft.com/vscode/devcontainers/codespaces:1'))?.reference.canonical, 'mcr.microsoft.com/devcontainers/universal:1');
		assert.equal(movedRegistry(reference('ghcr.io/devcontainers-contrib/features/poetry:2'))?.reference.canonical, 'ghcr.io/devcontainers-extra/features/poetry:2');
		assert.equal(movedRegistry(reference('ghcr.io/devcontainers-contrib/app:2')), undefined);
		assert.equal(movedRegistry(reference('docker.pkg.github.com/acme/repo/app:1'))?.reference.canonical, 'ghcr.io/acme/app:1');
		assert.equal(movedRegistry(reference('gcr.io/acme/app:1')), undefined);
	});

	it('how many letters two words are apart, up to a limit', () => {
		assert.deepEqual([editDistance('alpin', 'alpine', 3), editDistance('pyhton', 'python', 3), editDistance('abc', 'xyz', 2), editDistance('', 'ab', 3)], [1, 1, 3, 2]);
	});
});
