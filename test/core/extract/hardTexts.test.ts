import assert from 'node:assert/strict';
import { cardFor, extractFile } from '../../../src/core/extract/extractFile.ts';
import type { FileFacts } from '../../../src/core/model/index.ts';
import { decodeText } from '../../../src/core/util/decodeText.ts';

/** A file of each kind and the references in it. */
const samples: readonly (readonly [file: string, text: string, values: readonly string[], isLoneCrALineEnd: boolean])[] = [
	['Dockerfile', 'FROM a:1 AS x\nCOPY --from=b:1 / /\n', ['a:1', 'b:1'], false],
	['compose.yaml', 'services:\n  a:\n    image: "a:1"\n    cache_from: [\n      x ]\n  b:\n    image: >-\n      b:1\n', ['a:1', 'b:1'], true],
	['.devcontainer/devcontainer.json', '{\n  "image": "a:1", // x\n  "features": { "ghcr.io/b/c:1": {} }\n}\n', ['a:1', 'ghcr.io/b/c:1'], true],
	['docker-bake.hcl', 'target "a" {\n  tags = [\n    "a:1", "b:1"\n  ]\n}\n', ['a:1', 'b:1'], false],
	['docker-bake.json', '{"target": {"a": {\n"tags": ["a:1"]}}}\n', ['a:1'], true],
	['pod.yaml', 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - image: a:1\n', ['a:1'], false],
	['pod.json', '{"apiVersion": "v1", "kind": "Pod",\n"spec": {"containers": [{"image": "a:1"}]}}\n', ['a:1'], true],
	['charts/x/values.yaml', 'image:\n  repository: quay.io/a/b\n  tag: "1"\n', ['quay.io/a/b:1'], true],
	['a.container', '[Container]\nImage=quay.io/a/b:1\n', ['quay.io/a/b:1'], false],
	['.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    container: a:1\n    steps:\n      - run: |\n          docker pull b:1\n', ['a:1', 'b:1'], true],
	['.gitlab-ci.yml', 'image: a:1\nt:\n  script:\n    - docker pull b:1\n', ['a:1', 'b:1'], true],
	['.circleci/config.yml', 'version: 2\njobs:\n  b:\n    docker: [{image: a:1}]\n    steps:\n      - run: docker pull b:1\n', ['a:1', 'b:1'], true],
	['azure-pipelines.yml', 'container: a:1\nsteps:\n- script: docker pull b:1\n', ['a:1', 'b:1'], true],
	['Taskfile.yml', 'version: 3\ntasks:\n  a: docker pull a:1\n', ['a:1'], true],
	['justfile', 'a:\n  docker pull a:1\n', ['a:1'], false],
	['Makefile', 'a:\n\tdocker pull a:1\n', ['a:1'], false],
	['build.sh', 'docker pull a:1\n', ['a:1'], false],
	['package.json', '{"scripts": {\n"a": "docker pull a:1"}}\n', ['a:1'], true],
	['.vscode/tasks.json', '{"tasks": [{"type": "shell",\n"command": "docker pull a:1"}]}\n', ['a:1'], true],
	['README.md', '```sh\ndocker pull a:1\n```\n', ['a:1'], false],
];

describe('Line ends, marks and encodings', () => {
	for (const [file, text, values, isLoneCrALineEnd] of samples) {
		it(`${file}: as it is, with CRLF, behind a byte order mark`, () => {
			assert.deepEqual(read(file, text), values);
			assert.deepEqual(read(file, text.replaceAll('\n', '\r\n')), values);
			assert.deepEqual(read(file, decoded(Buffer.from(`\ufeff${text}`))!), values);
		});

		it(`${file}: a lone CR ${isLoneCrALineEnd ? 'ends a line' : 'makes no reference of what is none'}`, () => {
			const found = read(file, text.replaceAll('\n', '\r'));
			if (isLoneCrALineEnd) { assert.deepEqual(found, values); } else { assert.deepEqual(found.filter(value => !values.includes(value!)), []); }
		});

		it(`${file}: UTF-16, NULs and nothing at all say nothing`, () => {
			assert.equal(decoded(Buffer.from(`\ufeff${text}`, 'utf16le')), undefined);
			assert.deepEqual(extractFile({ ...input(file, `${text}\0`) }, cardFor(file, undefined, text))?.uses, []);
			assert.deepEqual(extractFile(input(file, ''), cardFor(file, undefined, text))?.uses, []);
		});
	}
});

describe('Texts that would take for ever', () => {
	const depth = 50_000;
	const lines = (count: number, line: (at: number) => string): string => Array.from({ length: count }, (_, at) => line(at)).join('\n');
	const texts: Readonly<Record<string, string>> = {
		'open brackets': '['.repeat(depth), 'open braces': '{"a":'.repeat(depth), 'closed brackets': `${'['.repeat(depth)}${']'.repeat(depth)}`, 'open quotes': 'a: "\n'.repeat(depth), 'open brackets on lines': lines(depth, () => 'a: ['), 'deep lines': lines(2000, at => `${' '.repeat(at)}a:`),
		'aliases of aliases': `a0: &a0 {image: x}\n${lines(60, at => `a${at + 1}: &a${at + 1} {b: *a${at}, c: *a${at}}`)}\nservices: *a60\n`,
		'merges of merges': `a0: &a0 {image: x}\n${lines(60, at => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}], k${at}: v}`)}\nservices: {s: *a60}\n`,
		'services that extend each other': `services:\n${lines(3000, at => `  s${at}: {extends: s${(at + 1) % 3000}, image: "a:${at}"}`)}\n`,
		'variables in variables': `services:\n  a:\n    image: ${'${A:-'.repeat(depth / 10)}${'}'.repeat(depth / 10)}\n`,
		'bake variables of each other': `${lines(2000, at => `variable "v${at}" { default = "\${v${at + 1}}\${v${at + 1}}" }`)}\ntarget "a" { tags = ["\${v0}"] }\n`,
		'bake loops in loops': `target "a" { tags = ${'[for x in range(500) : '.repeat(8)}"a:\${x}"${']'.repeat(8)} }\n`,
		'a sourced path': `. ${'a/'.repeat(depth)}\n`,
		'templates': '{{'.repeat(depth),
	};
	for (const [title, text] of Object.entries(texts)) {
		it(`${title}: every kind of file ends in time`, () => {
			for (const [file, sample] of samples) {
				const started = process.cpuUsage();
				assert.ok(extractFile(input(file, text), cardFor(file, undefined, sample)));
				const milliseconds = process.cpuUsage(started).user / 1000;
				assert.ok(milliseconds < 4000, `${file} took ${milliseconds} ms of processor time`);
			}
		}).timeout(60_000);
	}
});

function decoded(bytes: Uint8Array): string | undefined {
	return decodeText(bytes);
}

function input(file: string, text: string): Parameters<typeof extractFile>[0] {
	return { file, text, files: new Map(), environment: {}, builds: [] };
}

function read(file: string, text: string): (string | undefined)[] {
	const facts: FileFacts | undefined = extractFile(input(file, text), cardFor(file, undefined, text.replaceAll(/\r\n?/g, '\n')));
	// In a shell the CR is part of the word, which then is no reference.
	return facts?.uses.filter(use => !use.value?.includes('\r')).map(use => use.value) ?? [];
}
