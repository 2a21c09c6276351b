import assert from 'node:assert/strict';
import type { Finding } from '../../../src/core/model/index.ts';
import { ignoreFix } from '../../../src/core/engine/ignoreFix.ts';
import { applyEdits, checkDiagnosis } from '../../support/checkDiagnosis.ts';

const missing = 'docker.io/library/node: 22';

describe('A comment that excuses a finding', () => {
	const table: readonly (readonly [what: string, file: string, text: string, codes: string])[] = [
		['on the line above', 'Dockerfile', '# pullcheck ignore=tag-not-found pushed later\nFROM node:zz', ''],
		['above a blank line and another comment', 'Dockerfile', '# pullcheck ignore=tag-not-found\n\n# base\nFROM node:zz', ''],
		['for another code', 'Dockerfile', '# pullcheck ignore=tag-expired\nFROM node:zz', 'unused-ignore tag-not-found'],
		['for the whole file', 'Dockerfile', 'FROM node:zz AS a\nFROM node:yy\n# pullcheck ignore-file=tag-not-found', ''],
		['for several codes', 'Dockerfile', '# pullcheck ignore=tag-not-found,ref-uppercase-repository\nFROM node:zz', 'unused-ignore'],
		['for several codes with blanks between them', 'Dockerfile', '# pullcheck ignore=ref-uppercase-repository, tag-not-found later\nFROM node:zz', 'unused-ignore'],
		['whose reason follows a comma', 'Dockerfile', '# pullcheck ignore=tag-not-found, pushed later\nFROM node:zz', ''],
		['with a code that does not exist', 'Dockerfile', '# pullcheck ignore=tag-not-fuond\nFROM node:zz', 'unused-ignore tag-not-found'],
		['above a fence', 'README.md', '<!-- pullcheck ignore=tag-not-found -->\n\n```sh\n# one\ndocker pull node:zz\ndocker pull node:yy\n```\n', ''],
		['above a fence, not behind it', 'README.md', '> <!-- pullcheck ignore=tag-not-found -->\n> ~~~sh\n> docker pull node:zz\n> ~~~\n\n- `docker pull node:yy`\n', 'tag-not-found'],
		['above a fence that does not end', 'README.md', '<!-- pullcheck ignore=tag-not-found -->\n```sh\n\ndocker pull node:zz\n', ''],
		['in HCL', 'docker-bake.hcl', 'target "a" {\n  // pullcheck ignore=tag-not-found\n  contexts = { base = "docker-image://node:zz" }\n}', ''],
		['in HCL between stars', 'docker-bake.hcl', 'target "a" {\n  /* pullcheck ignore=tag-not-found */\n  contexts = { base = "docker-image://node:zz" }\n}', ''],
		['in a unit of Quadlet', 'a.container', '[Container]\n; pullcheck ignore=tag-not-found\nImage=docker.io/library/node:zz\n', ''],
		['in a recipe', 'Makefile', 'a:\n\t# pullcheck ignore=tag-not-found\n\tdocker pull node:zz\n', ''],
		['in a recipe, without echo', 'Makefile', 'a:\n\t@# pullcheck ignore=tag-not-found\n\t@docker pull node:zz\n', ''],
		['in a script of cmd.exe', 'a.cmd', '@rem pullcheck ignore=tag-not-found\r\nREM more\r\ndocker pull node:zz\r\n', ''],
		['as a label of cmd.exe', 'a.bat', ':: pullcheck ignore=tag-not-found\r\ndocker pull node:zz\r\n', ''],
		['above a command whose name begins as a comment', 'a.sh', '# pullcheck ignore=tag-not-found\nremove x\ndocker pull node:zz\n', 'unused-ignore tag-not-found'],
		['only for the next line', 'Dockerfile', '# pullcheck ignore=tag-not-found\nFROM node:zz AS a\nFROM node:yy', 'tag-not-found'],
		['behind the value in YAML', 'compose.yaml', 'services:\n  a:\n    image: node:zz # pullcheck ignore=tag-not-found', ''],
		['inside a value is none', 'compose.yaml', 'services:\n  a:\n    image: node:zz\n    command: "echo # pullcheck ignore=tag-not-found"', 'tag-not-found unused-ignore'],
		['in JSON with comments', '.devcontainer/devcontainer.json', '{\n\t// pullcheck ignore=tag-not-found\n\t"image": "node:zz"\n}', ''],
		['above a command over several lines', 'build.sh', '# pullcheck ignore=tag-not-found\ndocker run \\\n  --rm \\\n  node:zz', ''],
	];
	for (const [what, file, text, codes] of table) {
		it(what, async () => {
			const { findings } = await checkDiagnosis({ [file]: text }, { registry: missing });
			assert.equal(findings.map(({ code }) => code).join(' '), codes);
		});
	}

	it('is not called unused while the registry was not asked', async () => {
		const { findings } = await checkDiagnosis({ Dockerfile: '# pullcheck ignore=tag-not-found\nFROM node:22' });
		assert.deepEqual(findings, []);
	});

	it('is written by the fix with the indentation of its statement', async () => {
		const text = 'services:\r\n  a:\r\n    image: node:zz\r\n';
		const { findings, facts } = await checkDiagnosis({ 'compose.yaml': text }, { registry: missing });
		const fix = ignoreFix(facts.get('compose.yaml')!, findings[0] as Finding);
		assert.equal(applyEdits(text, fix?.edits ?? []), 'services:\r\n  a:\r\n    # pullcheck ignore=tag-not-found\r\n    image: node:zz\r\n');
	});

	const places: readonly (readonly [what: string, file: string, text: string])[] = [
		['above the key of a folded text', '.github/workflows/a.yml', 'on: push\njobs:\n  a:\n    steps:\n⟦      # pullcheck ignore=tag-not-found\n⟧      - run: >-\n          docker pull\n          node:zz\n      - run: echo\n'],
		['above a folded value', 'compose.yaml', 'services:\n  a:\n⟦    # pullcheck ignore=tag-not-found\n⟧    image: >-\n      node:zz\n'],
		['inside a literal text', '.gitlab-ci.yml', 'a:\n  script:\n    - |\n      set -e\n⟦      # pullcheck ignore=tag-not-found\n⟧      docker pull node:zz\n'],
		['above the first of lines that backslashes join', 'Makefile', 'a:\n⟦\t# pullcheck ignore=tag-not-found\n⟧\tcd b && \\\n\tdocker pull node:zz\n'],
		['in a file that begins with an empty line', 'compose.yaml', '\nservices:\n  a:\n⟦    # pullcheck ignore=tag-not-found\n⟧    image: node:zz\n'],
		['at the left edge', 'compose.yaml', '\n⟦# pullcheck ignore=tag-not-found\n⟧services: { a: { image: node:zz } }\n'],
		['in Groovy', 'Jenkinsfile', 'node {\n⟦  // pullcheck ignore=tag-not-found\n⟧  sh "docker pull node:zz"\n}\n'],
		['in a shell inside of Groovy', 'Jenkinsfile', 'node {\n  sh \'\'\'\n⟦    # pullcheck ignore=tag-not-found\n⟧    docker pull node:zz\n  \'\'\'\n}\n'],
		['nowhere in plain JSON', 'docker-bake.json', '{ "target": { "a": { "contexts": { "b":\n  "docker-image://node:zz" } } } }\n'],
		['nowhere above a parser directive', 'Dockerfile', '# syntax=node:zz\nFROM node:22\n'],
	];
	for (const [what, file, marked] of places) {
		it(`is written ${what}, and counts there`, async () => {
			const text = marked.replace(/⟦[^⟧]*⟧/g, '');
			const { findings, facts } = await checkDiagnosis({ [file]: text }, { registry: missing });
			const after = applyEdits(text, ignoreFix(facts.get(file)!, findings[0]!)?.edits ?? []);
			assert.equal(after, marked.replace(/[⟦⟧]/g, ''));
			if (after !== text) { assert.deepEqual((await checkDiagnosis({ [file]: after }, { registry: missing })).findings, []); }
		});
	}
});
