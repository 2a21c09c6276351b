import assert from 'node:assert/strict';
import type { Reference } from '../../../src/core/model/index.ts';
import { canonicalWithTag } from '../../../src/core/reference/canonicalWithTag.ts';
import { familiarName } from '../../../src/core/reference/familiarName.ts';
import { familiarString } from '../../../src/core/reference/familiarString.ts';
import { parseReference } from '../../../src/core/reference/parseReference.ts';
import { partSpans } from '../../../src/core/reference/partSpans.ts';
import { referenceOfWebAddress } from '../../../src/core/reference/referenceOfWebAddress.ts';
import { webAddress } from '../../../src/core/reference/webAddress.ts';

function read(text: string): Reference {
	const parsed = parseReference(text);
	assert(parsed.ok, text);
	return parsed.reference;
}

describe('names of a reference', () => {
	it('has a short form without what Docker adds', () => {
		const digest = `sha256:${'a'.repeat(64)}`;
		for (const [text, name, string] of [
			['docker.io/library/node:22', 'node', 'node:22'],
			['a/b', 'a/b', 'a/b'],
			['library/foo/bar', 'library/foo/bar', 'library/foo/bar'],
			['ghcr.io/a/b', 'ghcr.io/a/b', 'ghcr.io/a/b'],
			[`node:1@${digest}`, 'node', `node:1@${digest}`],
		] as const) {
			assert.equal(familiarName(read(text)), name);
			assert.equal(familiarString(read(text)), string);
		}
	});

	it('means latest only when neither tag nor digest is there', () => {
		assert.equal(canonicalWithTag(read('node')), 'docker.io/library/node:latest');
		assert.equal(canonicalWithTag(read('node:1')), 'docker.io/library/node:1');
		assert.equal(canonicalWithTag(read(`node@sha256:${'a'.repeat(64)}`)), `docker.io/library/node@sha256:${'a'.repeat(64)}`);
	});

	it('has parts with places, also when it is broken', () => {
		for (const [text, domain, path, tag, digest] of [
			['node', undefined, 'node', undefined, undefined],
			['node:1@sha256:x', undefined, 'node', '1', 'sha256:x'],
			['localhost:5000/a/b:1', 'localhost:5000', 'a/b', '1', undefined],
			['a/b', undefined, 'a/b', undefined, undefined],
			['node:', undefined, 'node', undefined, undefined],
			['node:10:16', undefined, 'node', '10:16', undefined],
			['Foo/Bar', 'Foo', 'Bar', undefined, undefined],
			['', undefined, undefined, undefined, undefined],
			['/', undefined, '/', undefined, undefined],
		] as const) {
			const spans = partSpans(text);
			const cut = (span?: { start: number; end: number }) => span && text.slice(span.start, span.end);
			assert.deepEqual([cut(spans.domain), cut(spans.path), cut(spans.tag), cut(spans.digest)], [domain, path, tag, digest], text);
		}
	});

	it('has a web page where the registry has one, and the way back', () => {
		for (const [text, url] of [
			['node:1', 'https://hub.docker.com/_/node'],
			['a/b', 'https://hub.docker.com/r/a/b'],
			['quay.io/a/b', 'https://quay.io/repository/a/b'],
			['public.ecr.aws/a/b', 'https://gallery.ecr.aws/a/b'],
			['mcr.microsoft.com/dotnet/sdk', 'https://mcr.microsoft.com/artifact/mar/dotnet/sdk'],
		] as const) {
			assert.equal(webAddress(read(text)), url);
			assert.equal(referenceOfWebAddress(url), familiarName(read(text)));
		}
		assert.equal(webAddress(read('ghcr.io/a/b')), 'https://ghcr.io/a/b');
		assert.equal(webAddress(read('localhost:5000/a')), undefined);
	});

	it('reads the image from a pasted page address', () => {
		for (const [address, image] of [
			['hub.docker.com/r/a/b', 'a/b'],
			['https://hub.docker.com/_/node/tags?page=2', 'node'],
			['https://hub.docker.com/layers/library/node/22/images/sha256-x', 'node'],
			['https://github.com/o/r/pkgs/container/x', 'ghcr.io/o/x'],
			['https://github.com/orgs/O/packages/container/package/x', 'ghcr.io/o/x'],
			['quay.io/repository/org/x?tab=tags', 'quay.io/org/x'],
			['https://mcr.microsoft.com/en-us/product/dotnet/sdk/about', 'mcr.microsoft.com/dotnet/sdk'],
			['quay.io/org/x', undefined],
			['https://example.com/x', undefined],
		] as const) {
			assert.equal(referenceOfWebAddress(address), image, address);
		}
	});
});
