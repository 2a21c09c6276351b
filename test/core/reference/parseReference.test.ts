import assert from 'node:assert/strict';
import type { ReferenceError } from '../../../src/core/model/index.ts';
import { parseReference } from '../../../src/core/reference/parseReference.ts';

const hex = '0123456789abcdef'.repeat(4);
const invalid = 'invalid reference format';

describe('parseReference reads', () => {
	for (const [text, domain, path, tag, digest] of [
		['node', 'docker.io', 'library/node'],
		['node:22-alpine', 'docker.io', 'library/node', '22-alpine'],
		['a/b:V1', 'docker.io', 'a/b', 'V1'],
		['library/foo/bar', 'docker.io', 'library/foo/bar'],
		['docker.io/node', 'docker.io', 'library/node'],
		['index.docker.io/node', 'docker.io', 'library/node'],
		['index.docker.io/a/b', 'docker.io', 'a/b'],
		['registry-1.docker.io/node', 'registry-1.docker.io', 'node'],
		['localhost', 'docker.io', 'library/localhost'],
		['example.com', 'docker.io', 'library/example.com'],
		['localhost/x', 'localhost', 'x'],
		['localhost:5000/a/b/c:v1', 'localhost:5000', 'a/b/c', 'v1'],
		['192.168.0.1:80', 'docker.io', 'library/192.168.0.1', '80'],
		['Foo/bar', 'Foo', 'bar'],
		['test_com/foo', 'docker.io', 'test_com/foo'],
		['a_b.com/x', '', 'a_b.com/x'],
		['xn--n3h.com:18080/foo', 'xn--n3h.com:18080', 'foo'],
		['docker---rules/docker', 'docker.io', 'docker---rules/docker'],
		['dock__er/docker', 'docker.io', 'dock__er/docker'],
		['[fc00::1]:5000/docker', '[fc00::1]:5000', 'docker'],
		['[fc00::1]/docker:_1', '[fc00::1]', 'docker', '_1'],
		[`node@sha256:${hex}`, 'docker.io', 'library/node', undefined, `sha256:${hex}`],
		[`ghcr.io/a/b:1@sha512:${hex}${hex}`, 'ghcr.io', 'a/b', '1', `sha512:${hex}${hex}`],
		[`a:${'t'.repeat(128)}`, 'docker.io', 'library/a', 't'.repeat(128)],
		[`a.b/${'p'.repeat(255)}`, 'a.b', 'p'.repeat(255)],
	] as const) {
		it(text.slice(0, 60), () => {
			const repository = domain === '' ? path : `${domain}/${path}`;
			assert.deepEqual(parseReference(text), {
				ok: true,
				reference: {
					domain, path, ...(tag && { tag }), ...(digest && { digest }), repository,
					canonical: repository + (tag ? `:${tag}` : '') + (digest ? `@${digest}` : ''),
				},
			});
		});
	}
});

describe('parseReference says what is wrong, and where', () => {
	for (const [text, kind, wrong, message] of [
		['', 'empty', '', invalid],
		['Alpine:3', 'uppercase-repository', 'Alpine', `${invalid}: repository name (library/Alpine) must be lowercase`],
		['ghcr.io/Foo/Baz', 'uppercase-repository', 'Foo/Baz', `${invalid}: repository name (Foo/Baz) must be lowercase`],
		['My_h.com/x', 'uppercase-repository', 'My_h.com', 'repository name must be lowercase'],
		['alpine:', 'empty-tag', ':', invalid],
		['node:10:16', 'invalid-tag', '10:16', invalid],
		['docker:-dind', 'invalid-tag', '-dind', invalid],
		['alpine:$1x', 'invalid-tag', '$1x', invalid],
		[`a:${'t'.repeat(129)}`, 'tag-too-long', 't'.repeat(129), invalid],
		['alpine@sha256:abc', 'invalid-digest-length', 'abc', invalid],
		[`alpine@sha256:${hex}0`, 'invalid-digest-length', `${hex}0`, 'invalid checksum digest length'],
		[`alpine@sha256:${hex.toUpperCase()}`, 'invalid-digest', hex.toUpperCase(), 'invalid checksum digest format'],
		[`alpine@md5:${hex}`, 'unsupported-digest-algorithm', 'md5', 'unsupported digest algorithm'],
		['alpine@', 'invalid-digest', '@', invalid],
		['alpine@latest', 'invalid-digest', 'latest', invalid],
		['https://index.docker.io/alpine', 'scheme', 'https://', invalid],
		['docker-image://alpine:3', 'scheme', 'docker-image://', invalid],
		['https://hub.docker.com/_/node', 'web-url', 'https://hub.docker.com/_/node', invalid],
		['hub.docker.com/_/node', 'web-url', 'hub.docker.com/_/node', invalid],
		[hex, 'hex-repository', hex, `invalid repository name (${hex}), cannot specify 64-byte hexadecimal strings`],
		['foo:bar/baz', 'invalid-domain', 'foo:bar', invalid],
		['[fc00::1', 'invalid-format', '[', invalid],
		['[fe80::1%eth0]/x', 'invalid-domain', '[fe80::1%eth0]', invalid],
		['docker///docker', 'invalid-format', '/', invalid],
		['-docker', 'invalid-format', '-', invalid],
		['docker-/docker', 'invalid-format', '/', invalid],
		['____/____', 'invalid-format', '_', invalid],
		['foo/', 'invalid-format', '/', invalid],
		['.devcontainer:1', 'invalid-format', '.', invalid],
		['foo bar', 'invalid-format', ' ', invalid],
		['mcr.microsoft.com/:tag', 'invalid-format', ':', invalid],
		['{{ .Values.image }}:1', 'invalid-format', '{', `${invalid}: repository name (library/{{ .Values.image }}) must be lowercase`],
		[`a.b/${'p'.repeat(256)}`, 'name-too-long', 'p'.repeat(256), 'repository name must not be more than 255 characters'],
		['alpine:\u212a', 'uppercase-repository', '\u212a', 'repository name must be lowercase'],
	] as const satisfies readonly (readonly [string, ReferenceError['kind'], string, string])[]) {
		it(`${JSON.stringify(text.slice(0, 60))}: ${kind}`, () => {
			const parsed = parseReference(text);
			assert(!parsed.ok);
			const { start, end, ...rest } = parsed.error;
			assert.deepEqual({ ...rest, wrong: text.slice(start, end) }, { kind, message, wrong });
		});
	}

	it('takes time in proportion to the length, whatever the text is made of', () => {
		for (const piece of ['a', '-', 'a.', '/a', 'A', ':a', '@', '__', 'a-', '[', 'ü']) {
			// Of this process alone: the machine may have other work.
			const started = process.cpuUsage();
			parseReference(piece.repeat(1_000_000));
			parseReference(`a.b/${piece.repeat(1_000_000)}`);
			assert(process.cpuUsage(started).user < 3_000_000, piece);
		}
	});
});
