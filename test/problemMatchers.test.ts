import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Pattern { readonly regexp: string; readonly file?: number; readonly line?: number; readonly message?: number; readonly severity?: number; readonly code?: number }
interface Matcher { readonly name: string; readonly pattern: Pattern | readonly Pattern[] }

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { problemMatchers: readonly Matcher[] } };

/** What VS Code's matcher takes out of consecutive lines. */
function taken(name: string, output: string): Readonly<Record<string, string>> | undefined {
	const matcher = contributes.problemMatchers.find(one => `$${one.name}` === name);
	assert.ok(matcher, name);
	const patterns = [matcher.pattern].flat() as readonly Pattern[];
	const lines = output.split('\n');
	for (let start = 0; start + patterns.length <= lines.length; start += 1) {
		const found: Record<string, string> = {};
		const all = patterns.every((pattern, index) => {
			const groups = new RegExp(pattern.regexp).exec(lines[start + index] ?? '');
			for (const part of ['file', 'line', 'message', 'severity', 'code'] as const) {
				const value = groups && pattern[part] !== undefined ? groups[pattern[part]] : undefined;
				if (value !== undefined) { found[part] = value; }
			}
			return groups !== null;
		});
		if (all) { return found; }
	}
	return undefined;
}

const frame = 'Dockerfile:2\n--------------------\n   2 | >>> FROM node:20-alpin\n--------------------\nERROR: failed to solve: node:20-alpin: docker.io/library/node:20-alpin: not found';

const unloaded = '#3 [internal] load metadata for docker.io/library/node:20-alpin\n#3 ERROR: docker.io/library/node:20-alpin: not found\n------\n > [internal] load metadata for docker.io/library/node:20-alpin:\n------\nDockerfile:3\n--------------------\n   1 |     ARG TAG=1\n   2 |     \n   3 | >>> FROM node:20-alpin\n--------------------\nERROR: failed to build: failed to solve: node:20-alpin: docker.io/library/node:20-alpin: not found';

describe('Problem matchers for tasks', () => {
	for (const [name, output, expected] of [
		['$pullcheck', 'compose.yaml:9:36  error  Tag "3.8.5" does not exist in quay.io/projectquay/quay.  tag-not-found', { file: 'compose.yaml', line: '9', severity: 'error', message: 'Tag "3.8.5" does not exist in quay.io/projectquay/quay.', code: 'tag-not-found' }],
		['$pullcheck-docker', 'docker: Error response from daemon: manifest for node:20-alpin not found: manifest unknown: manifest unknown.', { file: 'node:20-alpin', message: 'manifest for node:20-alpin not found: manifest unknown: manifest unknown.' }],
		['$pullcheck-docker', 'Error response from daemon: pull access denied for acme/app, repository does not exist or may require \'docker login\'', { file: 'acme/app', message: 'pull access denied for acme/app, repository does not exist or may require \'docker login\'' }],
		['$pullcheck-docker', 'Error response from daemon: failed to resolve reference "quay.io/a/b:1": quay.io/a/b:1: not found', { file: 'quay.io/a/b:1', message: 'failed to resolve reference "quay.io/a/b:1": quay.io/a/b:1: not found' }],
		['$pullcheck-docker', 'Error response from daemon: No such container: web', undefined],
		['$pullcheck-docker', 'Error response from daemon: Head "https://ghcr.io/v2/acme/web/manifests/1": denied', { file: 'ghcr.io', message: 'Head "https://ghcr.io/v2/acme/web/manifests/1": denied' }],
		['$pullcheck-docker', 'Get "https://registry.lan:5000/v2/": http: server gave HTTP response to HTTPS client', { file: 'registry.lan:5000', message: 'Get "https://registry.lan:5000/v2/": http: server gave HTTP response to HTTPS client' }],
		['$pullcheck-docker', 'Error response from daemon: toomanyrequests: You have reached your pull rate limit.', { file: 'toomanyrequests', message: 'toomanyrequests: You have reached your pull rate limit.' }],
		['$pullcheck-docker', 'denied: requested access to the resource is denied', { file: 'denied', message: 'denied: requested access to the resource is denied' }],
		['$pullcheck-docker', 'Error response from daemon: repository registry.lan:5000/a/b not found: name unknown', { file: 'registry.lan:5000/a/b', message: 'repository registry.lan:5000/a/b not found: name unknown' }],
		['$pullcheck-docker', 'Error response from daemon: conflict: unable to remove repository reference "nginx:1" (must force)', undefined],
		['$pullcheck-docker', 'Get "https://api.acme.example/v1/orders": unauthorized', undefined],
		['$pullcheck-buildx', 'ERROR: failed to build: failed to solve: failed to parse stage name "node:20:alpine": invalid reference format', { file: 'node:20', message: 'failed to parse stage name "node:20:alpine": invalid reference format' }],
		['$pullcheck-buildx', 'error: failed to solve: 10.0.0.9:30003/a/b:v1: failed to do request: Head "https://10.0.0.9:30003/v2/a/b/manifests/v1": x509: certificate signed by unknown authority', { file: '10.0.0.9:30003/a/b:v1', message: '10.0.0.9:30003/a/b:v1: failed to do request: Head "https://10.0.0.9:30003/v2/a/b/manifests/v1": x509: certificate signed by unknown authority' }],
		['$pullcheck-buildx', 'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref a::b: "/dist": not found', undefined],
		['$pullcheck-podman', 'Error: short-name "acme/web:1" did not resolve to an alias and no unqualified-search registries are defined in "/etc/containers/registries.conf"', { file: 'acme/web:1', message: 'short-name "acme/web:1" did not resolve to an alias and no unqualified-search registries are defined in "/etc/containers/registries.conf"' }],
		['$pullcheck-podman', 'Error: no container with name or ID "web" found: no such container', undefined],
		['$pullcheck-buildah', 'Error: writing blob: initiating layer upload to /v2/acme/app/blobs/uploads/ in quay.io: unauthorized', { file: 'quay.io', message: 'writing blob: initiating layer upload to /v2/acme/app/blobs/uploads/ in quay.io: unauthorized' }],
		['$pullcheck-buildx', frame, { file: 'node:20-alpin', message: 'node:20-alpin: docker.io/library/node:20-alpin: not found' }],
		['$pullcheck-buildx', 'ERROR: failed to build: failed to solve: failed to push quay.io/a/b:1: unexpected status from PUT request to https://quay.io/v2/a/b/manifests/1: 400 Bad Request', { file: 'quay.io/a/b:1', message: 'failed to push quay.io/a/b:1: unexpected status from PUT request to https://quay.io/v2/a/b/manifests/1: 400 Bad Request' }],
		['$pullcheck-buildx', 'target web: failed to solve: node:20-alpin: docker.io/library/node:20-alpin: not found', { file: 'node:20-alpin', message: 'node:20-alpin: docker.io/library/node:20-alpin: not found' }],
		['$pullcheck-buildx', 'ERROR: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1', undefined],
		['$pullcheck-buildx-frame', frame, { file: 'Dockerfile', line: '2', message: 'FROM node:20-alpin' }],
		['$pullcheck-buildx-frame', frame.replace(/^D/, 'app/D'), { file: 'app/Dockerfile', line: '2', message: 'FROM node:20-alpin' }],
		['$pullcheck-buildx-image', unloaded, { file: 'Dockerfile', line: '3', message: 'load metadata for docker.io/library/node:20-alpin' }],
		['$pullcheck-buildx-image', unloaded.replace('[internal]', '[web internal]').replace('\nDockerfile:', '\napp/Dockerfile.web:'), { file: 'app/Dockerfile.web', line: '3', message: 'load metadata for docker.io/library/node:20-alpin' }],
		['$pullcheck-buildx-image', unloaded.replaceAll('\n', '\r\n'), { file: 'Dockerfile', line: '3', message: 'load metadata for docker.io/library/node:20-alpin' }],
		['$pullcheck-buildx-image', '------\n > [4/7] RUN npm ci:\n------\nDockerfile:7\n--------------------', undefined],
		['$pullcheck-compose-line', 'failed to parse /srv/app/compose.yaml: yaml: line 5: mapping values are not allowed in this context', { file: '/srv/app/compose.yaml', line: '5', message: 'mapping values are not allowed in this context' }],
		['$pullcheck-compose-line', 'parsing docker-compose.yml: yaml: line 12: did not find expected key', { file: 'docker-compose.yml', line: '12', message: 'did not find expected key' }],
		['$pullcheck-compose-file', 'validating /srv/app/compose.yaml: services.web additional properties \'imgae\' not allowed', { file: '/srv/app/compose.yaml', message: 'services.web additional properties \'imgae\' not allowed' }],
		['$pullcheck-buildx-check', 'WARNING: UndefinedArgInFrom - https://docs.docker.com/go/dockerfile/rule/undefined-arg-in-from/\nFROM argument \'TAG\' is not declared\nDockerfile:1\n--------------------', { code: 'UndefinedArgInFrom', message: 'FROM argument \'TAG\' is not declared', file: 'Dockerfile', line: '1' }],
		['$pullcheck-compose', ' ✘ web Error manifest for node:20-alpin not found: manifest unknown: manifest unknown   1.2s ', { file: 'web', message: 'manifest for node:20-alpin not found: manifest unknown: manifest unknown' }],
		['$pullcheck-compose', ' ✔ web Pulled   1.2s', undefined],
		['$pullcheck-podman', 'Error: initializing source docker://alpine:9.99: reading manifest 9.99 in docker.io/library/alpine: manifest unknown', { file: 'alpine:9.99', message: 'initializing source docker://alpine:9.99: reading manifest 9.99 in docker.io/library/alpine: manifest unknown' }],
		['$pullcheck-buildah', 'Error: pushing image "localhost/app" to "docker://quay.io/acme/app:1": writing blob: unauthorized', { file: 'quay.io/acme/app:1', message: 'pushing image "localhost/app" to "docker://quay.io/acme/app:1": writing blob: unauthorized' }],
		['$pullcheck-skopeo', 'time="2025-03-04T10:11:12Z" level=fatal msg="Error parsing image name \\"docker://docker.io/library/redis:7.99\\": reading manifest 7.99 in docker.io/library/redis: manifest unknown"', { file: 'docker.io/library/redis:7.99', message: 'Error parsing image name \\"docker://docker.io/library/redis:7.99\\": reading manifest 7.99 in docker.io/library/redis: manifest unknown' }],
		['$pullcheck-skopeo', 'FATA[0000] initializing source docker://ghcr.io/acme/none:1: reading manifest 1 in ghcr.io/acme/none: denied', { file: 'ghcr.io/acme/none:1', message: 'initializing source docker://ghcr.io/acme/none:1: reading manifest 1 in ghcr.io/acme/none: denied' }],
		['$pullcheck-devcontainer', frame, { file: 'Dockerfile', line: '2', message: 'FROM node:20-alpin' }],
	] as const) {
		it(`${name}: ${output.replace(/\s+/g, ' ').slice(0, 80)}`, () => { assert.deepEqual(taken(name, output), expected); });
	}

	it('have a file and a message each, as VS Code wants', () => {
		for (const { name, pattern } of contributes.problemMatchers) {
			const parts = [pattern].flat() as readonly Pattern[];
			assert.ok(parts.some(({ file }) => file !== undefined) && parts.some(({ message }) => message !== undefined), name);
		}
	});
});
