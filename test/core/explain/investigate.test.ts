import assert from 'node:assert/strict';
import { createFactsIndex } from '../../../src/core/engine/factsIndex.ts';
import { investigate } from '../../../src/core/engine/investigate.ts';
import { editsOf } from '../../../src/core/explain/editsOf.ts';
import { explain } from '../../../src/core/explain/explain.ts';
import type { Investigation } from '../../../src/core/engine/investigate.ts';

const settings = { profile: 'default', severity: {}, targets: [], platforms: [], offline: true } as const;

async function look(output: string, files: Readonly<Record<string, string>>): Promise<Investigation & { readonly at: readonly string[]; readonly after: readonly string[] }> {
	const host = { read: (file: string) => Promise.resolve(files[file]), environment: {} };
	const index = createFactsIndex(host);
	for (const [file, text] of Object.entries(files)) { await index.set(file, text); }
	const [first] = await investigate(explain(output).matches, index, host, { settings });
	assert.ok(first, `nothing recognised in ${output}`);
	const text = (file: string): string => index.get(file)?.text ?? '';
	return {
		...first,
		at: first.places.map(({ file, span, by }) => `${file} ${by} ${text(file).slice(span.start, span.end)}`),
		after: editsOf(first.places).map(({ fix, file }) => [...fix.edits].sort((a, b) => b.span.start - a.span.start).reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text(file))),
	};
}

describe('explain: the places that a cause comes from', () => {
	it('are the uses of the image, in files that tools run before files that people read', async () => {
		const { at } = await look('manifest for docker.io/library/node:20-alpin not found: manifest unknown', {
			'README.md': '```sh\ndocker pull node:20-alpin\n```\n', Dockerfile: 'FROM node:20-alpin\nFROM node:22\n', 'compose.yaml': 'services:\n  a:\n    image: alpine:3\n',
		});
		assert.deepEqual(at, ['Dockerfile reference node:20-alpin', 'README.md reference node:20-alpin']);
	});

	it('are not other tags that are written out; one that a variable decides may have been another', async () => {
		const files = { 'a.sh': 'docker pull node:20-alpin\n', Dockerfile: 'ARG V=22\nFROM node:$V\nFROM node:22\n' };
		const { at } = await look('manifest for docker.io/library/node:20-alpin not found: manifest unknown', files);
		assert.deepEqual(at, ['a.sh reference node:20-alpin', 'Dockerfile repository node:$V']);
	});

	it('are all images of a registry that cannot be reached', async () => {
		const { at } = await look('Get "https://reg.example/v2/": dial tcp: lookup reg.example on 10.0.0.1:53: no such host', { Dockerfile: 'FROM reg.example/a:1\nFROM node:22\n' });
		assert.deepEqual(at, ['Dockerfile registry reg.example/a:1']);
	});

	it('are no findings about other images than the one that the output names', async () => {
		const { at, after } = await look('Error response from daemon: failed to resolve reference "quay.io/project-quay/quay:3.8.5": pulling from host quay.io failed with status code [manifests 3.8.5]: 401 UNAUTHORIZED', {
			'pull.sh': 'podman pull k8s.gcr.io/pause:3.9\n',
		});
		assert.deepEqual([at, after], [[], []]);
	});

	it('are the image of the same digest, whatever its tag, and that of Docker Hub under its other names', async () => {
		const digest = `sha256:${'1'.repeat(64)}`;
		const { at } = await look(`manifest for quay.io/acme/app@${digest} not found: manifest unknown`, { Dockerfile: `FROM quay.io/acme/app:1@${digest}\nFROM quay.io/acme/other@${digest}\n` });
		assert.deepEqual(at, [`Dockerfile reference quay.io/acme/app:1@${digest}`]);
		const hub = await look('Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 10.0.0.1:53: no such host', { Dockerfile: 'FROM node:22 AS build\nFROM scratch\nCOPY --from=build /a /a\n' });
		assert.deepEqual(hub.at, ['Dockerfile registry node:22']);
	});

	it('are the use whose name holds the part that a tool complains about', async () => {
		const { at } = await look('invalid reference format: repository name (Acme/App) must be lowercase', { Dockerfile: 'FROM ghcr.io/Acme/App:1\n' });
		assert.deepEqual(at, ['Dockerfile reference ghcr.io/Acme/App:1']);
	});

	it('are the last line of a file without an end', async () => {
		const { at } = await look('./app/Dockerfile:2\n--------------------\n   2 | >>> FROM ${BASE}\n--------------------\nERROR: failed to solve: base name (${BASE}) should not be blank', { 'app/Dockerfile': 'FROM a:1\nFROM ${BASE}' });
		assert.deepEqual(at, ['app/Dockerfile line ${BASE}']);
	});

	it('are the line that BuildKit points at, where the name is not in the file', async () => {
		const { match, at } = await look('Dockerfile:3\n--------------------\n   3 | >>> FROM ${BASE}\n--------------------\nERROR: failed to solve: base name (${BASE}) should not be blank', { 'app/Dockerfile': 'FROM a:1\n# base\nFROM ${BASE}\n' });
		assert.deepEqual(match.frame, { file: 'Dockerfile', line: 3 });
		assert.deepEqual(at, ['app/Dockerfile line ${BASE}']);
	});

	it('are the service that Compose names', async () => {
		const { at } = await look(' ✘ web Error no matching manifest for linux/arm64/v8 in the manifest list entries   1.6s', { 'compose.yaml': 'services:\n  db:\n    image: postgres:17\n  web:\n    image: acme/web:1\n' });
		assert.deepEqual(at, ['compose.yaml service acme/web:1']);
	});

	it('are what a variable decides', async () => {
		const { at } = await look('WARN[0000] The "TAG" variable is not set. Defaulting to a blank string.', { 'compose.yaml': 'services:\n  web:\n    image: acme/web:${TAG}\n' });
		assert.deepEqual(at, ['compose.yaml variable acme/web:${TAG}']);
	});

	it('are the builds that write the format which the other end proved not to take, with the edit', async () => {
		const { at, after } = await look('Error response from daemon: missing signature key', { 'build.sh': '#!/bin/sh\nbuildah bud -t quay.io/acme/app:1 .\n' });
		assert.deepEqual(at, ['build.sh finding buildah bud']);
		assert.deepEqual(after, ['#!/bin/sh\nbuildah bud --format=docker -t quay.io/acme/app:1 .\n']);
	});

	it('are the pushes whose attestations Quay refused, with the edit', async () => {
		const { after } = await look('failed to parse manifest: manifest data does not match schema: \'application/vnd.in-toto+json\' is not one of [\'x\']', { 'build.sh': '#!/bin/sh\ndocker buildx build --push -t quay.example.org/a:1 .\n' });
		assert.deepEqual(after, ['#!/bin/sh\ndocker buildx build --provenance=false --sbom=false --push -t quay.example.org/a:1 .\n']);
	});

	it('are names that a tool does not take as they stand, with the edit', async () => {
		const { at, after } = await look('FATA[0000] Invalid source name quay.io/a/b:1: Invalid image name "quay.io/a/b:1", expected colon-separated transport:reference', { 'copy.sh': 'skopeo copy quay.io/a/b:1 docker://ghcr.io/a/b:1\ndocker pull quay.io/a/c:1\n' });
		assert.deepEqual(at, ['copy.sh reference quay.io/a/b:1']);
		assert.deepEqual(after, ['skopeo copy docker://quay.io/a/b:1 docker://ghcr.io/a/b:1\ndocker pull quay.io/a/c:1\n']);
	});

	it('are short names that the engine refused, written in full', async () => {
		const pod = 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: mongo:7\n';
		const { after } = await look('short name mode is enforcing, but image name mongo:7 returns ambiguous list', { 'pod.yaml': pod });
		assert.deepEqual(after, [pod.replace('mongo:7', 'docker.io/library/mongo:7')]);
	});

	it('are uses whose name does not parse', async () => {
		const { at } = await look('ERROR: failed to solve: invalid reference format: repository name (Acme/App) must be lowercase', { Dockerfile: 'FROM Acme/App:1\n' });
		assert.deepEqual(at, ['Dockerfile reference Acme/App:1']);
	});

	it('are none where nothing in the workspace is meant', async () => {
		assert.deepEqual((await look('manifest for acme/other:1 not found: manifest unknown', { Dockerfile: 'FROM node:20\n' })).at, []);
	});

	it('come with what tells several causes apart', async () => {
		const { causes } = await look('Error response from daemon: missing signature key', {});
		assert.deepEqual(causes.map(({ code }) => code), ['oci-unsupported-by-target', 'schema1-manifest', 'manifest-content-type-broken']);
	});
});
