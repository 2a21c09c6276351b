import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnoses } from '../../src/core/diagnoses/index.ts';
import { projectFile } from '../support/projectFile.ts';
import { runProgram } from '../support/runProgram.ts';
import { folderWith } from './folder.ts';
import { runIn } from './run.ts';

/** YAML that only the package reads: broken, with tags, directives, keys that are no texts, aliases and merges. */
const yaml: Readonly<Record<string, string>> = {
	'compose.yaml': 'x-base: &base {image: "quay.io/acme/base:1"}\nservices:\n  a: {<<: *base}\n  b:\n    <<: [*base]\n    image: !!str quay.io/acme/b:1\n  ? [c, d]\n  : image: quay.io/acme/odd:1\n  e: *nowhere\n',
	'broken.compose.yaml': 'services:\n  a:\n    image: quay.io/acme/a:1\n   b: image: quay.io/acme/b:1\n  c:\n\timage: quay.io/acme/c:1\n  "d: [\n',
	'tags.compose.yaml': '%YAML 1.1\n%TAG ! tag:example.com,2000:\n---\nservices:\n  a:\n    image: !!binary cXVheS5pbw==\n    environment: !!set {A, B}\n    ports: !!omap [80: 80]\n    labels: !!pairs [a: b]\n  b: !reset\n    image: !override quay.io/acme/b:0x10\n    created: !!timestamp 2001-12-14t21:59:43.10-05:00\n...\n---\n&x [*x]\n',
	'k8s/pod.yaml': 'apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - {name: a, image: "quay.io/acme/\\u0061:1", args: [ -c, >-\n   folded ]}\n  - image: |-\n      quay.io/acme/block:1\n  - image: \'quay.io/acme/it\'\'s:1\n---\nkind: Pod\napiVersion: v1\nspec: {containers: [{image: quay.io/acme/z:1,}, !!null]}\n',
};

describe('the bundle of the command line', () => {
	const cli = projectFile('dist/cli.js');
	const env = (folder: string): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: join(folder, '.cache') });

	for (const [name, text] of Object.entries(yaml)) {
		it(`reads ${name} as the sources do`, async () => {
			const folder = folderWith({ [name]: text });
			const expected = await runIn(folder, ['refs', '--format', 'jsonl', name]);
			assert.match(expected.out, /quay\.io\/acme/);
			assert.equal(await runProgram(process.execPath, [cli, 'refs', '--format', 'jsonl', name], { env: env(folder), cwd: folder }), expected.out.trimEnd());
		});
	}

	it('explains every line that a symptom is made for as the sources do', async () => {
		const folder = folderWith({});
		const lines = diagnoses.flatMap(({ symptoms = [] }) => symptoms.flatMap(({ example }) => ['', '', '', example]));
		writeFileSync(join(folder, 'log.txt'), lines.join('\n'));
		const args = ['explain', '--format', 'json', '--no-workspace', 'log.txt'];
		const expected = await runIn(folder, args);
		assert.equal(await runProgram(process.execPath, [cli, ...args], { env: env(folder), cwd: folder }), expected.out.trimEnd());
	});
});
