import assert from 'node:assert/strict';
import { extractDockerfileText } from '../../../src/core/extract/dockerfile/extractDockerfileText.ts';
import { isDockerfileName } from '../../../src/core/extract/dockerfile/isDockerfileName.ts';
import { TextMapBuilder } from '../../../src/core/util/textMap.ts';
import { buildOf } from './support.ts';

describe('a Dockerfile inside another file', () => {
	const outerText = 'inline: |\n    ARG T=1\n    FROM no\\\n    de:$T\n    FROM x:2\n';
	const map = new TextMapBuilder();
	for (let at = outerText.indexOf('\n') + 1; at < outerText.length;) {
		const next = outerText.indexOf('\n', at) + 1;
		map.verbatim(outerText.slice(at + 4, next), at + 4);
		at = next;
	}
	const options = { file: 'compose.yaml', outerText, kindPrefix: 'compose-inline-' as const };

	it('has its places in the outer file', () => {
		const { uses, dockerfile } = extractDockerfileText(map.build(), options);
		assert.deepEqual(uses.map(use => [use.kind, use.value, use.text]), [
			['compose-inline-from', 'node:1', 'no\\\n    de:$T'], ['compose-inline-from', 'x:2', 'x:2'],
		]);
		assert.equal(uses[0]!.spans.path, undefined, 'an edit would have to keep the indentation');
		const tag = uses[1]!.spans.tag!;
		assert.equal(outerText.slice(tag.start, tag.end), '2');
		const [argument] = dockerfile.args;
		assert.equal(outerText.slice(argument!.nameSpan.start, argument!.nameSpan.end), 'T');
	});

	it('takes the arguments of its caller', () => {
		const text = 'ARG T\nFROM a:$T';
		const { uses } = extractDockerfileText(new TextMapBuilder().verbatim(text, 0).build(), { file: 'f', outerText: text, builds: [buildOf({ T: '7' })] });
		assert.deepEqual(uses.map(use => [use.kind, use.value]), [['from', 'a:7']]);
	});

	it('gives no place for a part that cannot be edited alone', () => {
		const outer = 'a\\u003a1';
		const { uses } = extractDockerfileText(new TextMapBuilder().replaced('FROM ', 0, 0).verbatim('a', 0).replaced(':', 1, 7).verbatim('1', 7).build(), { file: 'f', outerText: outer });
		assert.equal(uses[0]!.text, outer);
		assert.deepEqual(uses[0]!.spans, { path: { start: 0, end: 1 }, tag: { start: 7, end: 8 } });
	});
});

describe('names of Dockerfiles', () => {
	for (const name of ['Dockerfile', 'dockerfile', 'DOCKERFILE', 'Containerfile', 'Dockerfile.dev', 'Dockerfile-dev', 'Dockerfile_test', 'Dockerfile2', 'Dockerfile2.bad', 'DockerfileDev', 'dev.Dockerfile', 'dev-Dockerfile', 'dev.dockerfile', 'Containerfile.in', 'x.containerfile', 'a/b/Dockerfile.8.2', 'file:///a/Dockerfile']) {
		it(name, () => { assert(isDockerfileName(name)); });
	}
	for (const name of ['Dockerfile.md', '.dockerignore', 'Dockerfile.dockerignore', 'dockerfiles', 'dockerfile.go', 'Dockerfile.j2', 'dockerfile-parser.ts', 'mydockerfile', 'Dockerfile~', 'Dockerfile.swp', 'Dockerfile/README']) {
		it(`not ${name}`, () => { assert(!isDockerfileName(name)); });
	}
});
