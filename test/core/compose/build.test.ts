import assert from 'node:assert/strict';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

describe('Compose: what a build names', () => {
	it('tags, caches and contexts', () => {
		expectUses(composeCard, 'compose.yml', [
			'services:', '  a:', '    build:', '      context: .',
			'      tags: [«me/a:1», "«me/a:2»"]',
			'      cache_from:', '        - «me/a:cache»', '        - type=registry,ref=«me/a:c2»', '        - \'"type=registry","ref=«me/a:c3»"\'', '        - type=local,src=x', '        - type=gha',
			'      cache_to: [\'type=registry,mode=max,ref=«me/a:c4»\']',
			'      additional_contexts:', '        base: docker-image://«alpine:3»', '        other: service:b', '        dir: ../x', '        o: oci-layout://x', '        g: https://example.org/x.git', '',
		].join('\n'), [
			'compose-build-tag build-output docker.io/me/a:1', 'compose-build-tag build-output docker.io/me/a:2',
			'compose-cache-from image docker.io/me/a:cache', 'compose-cache-from image docker.io/me/a:c2', 'compose-cache-from image docker.io/me/a:c3',
			'compose-cache-to build-output docker.io/me/a:c4', 'compose-additional-context image docker.io/library/alpine:3',
		]);
	});

	it('contexts and args as lists', () => {
		const { builds } = expectUses(composeCard, 'compose.yml', 'services:\n  a:\n    build:\n      context: .\n      args: [A=1, B, "C=x=${V:-y}"]\n      additional_contexts:\n        - base=docker-image://«alpine:3»\n', ['compose-additional-context image docker.io/library/alpine:3'], { environment: { B: '2' } });
		assert.deepEqual(builds[0]?.args.map(({ name, value }) => [name, value]), [['A', '1'], ['B', '2'], ['C', 'x=y']]);
		assert.deepEqual(builds[0]?.contexts, { base: 'docker-image://alpine:3' });
	});

	it('leads to the Dockerfile with args, target and platforms', () => {
		const text = 'services:\n  a:\n    platform: linux/arm64\n    build:\n      context: ./src\n      dockerfile: D.${X:-dev}\n      target: prod\n      args:\n        V: 1.2\n        W:\n';
		const [link] = extractWith(composeCard, 'app/compose.yml', text).builds;
		assert.equal(link?.dockerfile, 'app/src/D.dev');
		assert.equal(link.target, 'prod');
		assert.equal(link.label, 'service a');
		assert.deepEqual(link.platforms, ['linux/arm64']);
		assert.deepEqual(link.args.map(({ name, value, source }) => [name, value, text.slice(source?.span.start, source?.span.end)]), [['V', '1.2', '1.2'], ['W', undefined, 'W']]);
	});

	const places: readonly (readonly [build: string, dockerfile: string | undefined])[] = [
		['build: .', 'app/Dockerfile'], ['build: ../x', 'x/Dockerfile'], ['build: {context: .., dockerfile: a/Dockerfile}', 'a/Dockerfile'],
		['build: {dockerfile: /abs/Dockerfile}', '/abs/Dockerfile'], ['build: https://github.com/a/b.git', undefined], ['build: git@github.com:a/b', undefined],
		['build: {context: "${NO}"}', undefined], ['build: {context: ., dockerfile_inline: "FROM scratch"}', undefined],
	];
	for (const [build, dockerfile] of places) {
		it(`${build} builds ${dockerfile ?? 'nothing on this disk'}`, () => {
			assert.equal(extractWith(composeCard, 'app/compose.yml', `services:\n  a:\n    ${build}\n`).builds[0]?.dockerfile, dockerfile);
		});
	}

	it('merges build over documents and extends', () => {
		const text = 'services:\n  base:\n    build: {context: ./b, args: {A: 1, B: 1}}\n  a:\n    extends: base\n    build: {args: {B: 2}}\n';
		const link = extractWith(composeCard, 'compose.yml', text).builds[1];
		assert.equal(link?.dockerfile, 'b/Dockerfile');
		assert.deepEqual(link.args.map(({ name, value }) => [name, value]), [['A', '1'], ['B', '2']]);
	});

	it('resolves the paths of an extended file from its own folder', () => {
		const files = { 'base/c.yml': 'services:\n  x:\n    build: ./img\n' };
		const [link] = extractWith(composeCard, 'app/compose.yml', 'services:\n  a:\n    extends: {file: ../base/c.yml, service: x}\n', { files }).builds;
		assert.equal(link?.dockerfile, 'base/img/Dockerfile');
	});
});

describe('Compose: dockerfile_inline', () => {
	it('is interpolated by Compose first, and keeps its places', () => {
		expectUses(composeCard, 'compose.yml', [
			'services:', '  a:', '    build:', '      dockerfile_inline: |',
			'        ARG V=3', '        FROM «alpine:${V}»', '        FROM «alpine:$${V}» AS x', '        FROM «busy${N:-box}:1»', '        COPY --from=«nginx:1» /a /b', '        RUN --mount=from=«tool:1» x', '',
		].join('\n'), [
			'compose-inline-from image -', 'compose-inline-from image docker.io/library/alpine:3', 'compose-inline-from image docker.io/library/busybox:1',
			'compose-inline-copy-from image docker.io/library/nginx:1', 'compose-inline-run-mount-from image docker.io/library/tool:1',
		]);
	});

	it('takes the args of its service', () => {
		expectUses(composeCard, 'compose.yml', 'services:\n  a:\n    build:\n      args: {V: 9}\n      dockerfile_inline: "ARG V\\nFROM «alpine:$${V}»\\n"\n', ['compose-inline-from image docker.io/library/alpine:9']);
	});

	it('works with CRLF', () => {
		expectUses(composeCard, 'compose.yml', 'services:\r\n  a:\r\n    build:\r\n      dockerfile_inline: |\r\n        FROM «alpine:3»\r\n        RUN x\r\n', ['compose-inline-from image docker.io/library/alpine:3']);
	});

	it('counts beside an image, which is then what is built', () => {
		expectUses(composeCard, 'compose.yml', 'services:\n  a:\n    image: «me»\n    build:\n      dockerfile_inline: FROM «busybox»\n', ['compose-image build-output docker.io/library/me:latest', 'compose-inline-from image docker.io/library/busybox:latest']);
	});
});

describe('Compose: entries for checks', () => {
	it('hold what a service says of its build and its platform', () => {
		const text = 'services:\n  a:\n    platform: linux/amd64\n    pull_policy: build\n    ports: ["5000:5000"]\n    build:\n      context: .\n      provenance: false\n';
		const { entries } = extractWith(composeCard, 'compose.yml', text);
		assert.deepEqual(entries.map(({ path, value }) => [path, value]), [
			['services.a.platform', 'linux/amd64'], ['services.a.pull_policy', 'build'], ['services.a.ports', ['5000:5000']], ['services.a.build.provenance', 'false'],
		]);
		const last = entries.at(-1)!;
		assert.equal(text.slice(last.lineSpan.start, last.lineSpan.end), '      provenance: false\n');
	});
});
