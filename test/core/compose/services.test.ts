import assert from 'node:assert/strict';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { expectUses } from '../../support/expectUses.ts';
import type { ExtractOptions } from '../../support/expectUses.ts';

const image = 'compose-image image ';
const output = 'compose-image build-output ';

function check(title: string, text: string, expected: readonly string[], options?: ExtractOptions): void {
	it(title, () => { expectUses(composeCard, 'app/compose.yaml', text, expected, options); });
}

describe('Compose: which images a file names', () => {
	check('the image of a service', 'services:\n  web:\n    image: «nginx:1.27»\n', [`${image}docker.io/library/nginx:1.27`]);
	check('quotes are no part of it', 'services:\n  a: {image: "«a:1»"}\n  b: {image: \'«b:2»\'}\n', [`${image}docker.io/library/a:1`, `${image}docker.io/library/b:2`]);
	check('escapes are read', 'services:\n  a: {image: "«a\\x2fb:1»"}\n', [`${image}docker.io/a/b:1`]);
	check('block scalars', 'services:\n  a:\n    image: >-\n      «a:1»\n  b:\n    image: |\n      «b:1»\n', [`${image}docker.io/library/a:1`, `${image}docker.io/library/b:1`]);
	check('a comment behind it', 'services:\n  a:\n    image: «a:1» # b:2\n', [`${image}docker.io/library/a:1`]);
	check('CRLF line ends', 'services:\r\n  a:\r\n    image: «a:1»\r\n', [`${image}docker.io/library/a:1`]);
	check('image beside build is what is built', 'services:\n  a:\n    build: .\n    image: «me/app»\n', [`${output}docker.io/me/app:latest`]);
	check('build taken away by !reset leaves an image', 'services:\n  a:\n    build: !reset null\n    image: «me/app»\n', [`${image}docker.io/me/app:latest`]);
	check('profiles hide nothing', 'services:\n  a:\n    profiles: [x]\n    image: «a:1»\n', [`${image}docker.io/library/a:1`]);
	check('a name that is no reference', 'services:\n  a:\n    image: «Foo/Bar:1»\n', ['compose-image invalid -']);
	check('volumes of type image', 'services:\n  a:\n    volumes:\n      - ./x:/y\n      - type: image\n        source: «v:1»\n        target: /z\n      - {type: bind, source: no, target: /n}\n', ['compose-volume-image image docker.io/library/v:1']);
	check('images of hooks', 'services:\n  a:\n    pre_start:\n      - command: x\n        image: «h:1»\n', ['compose-hook-image image docker.io/library/h:1']);
	check('models are artifacts, and names of Hugging Face are never invalid', 'models:\n  a: {model: «ai/smollm2»}\n  b: {model: «hf.co/Some/Model-GGUF»}\n  c: {model: «hf.co/some/model»}\n', ['compose-model artifact docker.io/ai/smollm2:latest', 'compose-model artifact -', 'compose-model artifact hf.co/some/model:latest']);
	check('text that only looks like an image', 'services:\n  a:\n    environment: {image: no:1}\n    labels:\n      - image=no:2\nconfigs:\n  c:\n    content: |\n      image: no:3\nvolumes:\n  image: {}\n', []);
	check('a file of version 1 has no services', 'web:\n  image: no:1\n', []);
	check('services that are no map', 'services:\n  - image: no:1\n', []);
	check('an empty image', 'services:\n  a:\n    image:\n  b:\n    image: ""\n', []);
});

describe('Compose: anchors, merges, documents, extends', () => {
	check('an aliased scalar is one place', 'x-i: &i «a:1»\nservices:\n  a: {image: *i}\n  b: {image: *i}\n', [`${image}docker.io/library/a:1`]);
	check('x- blocks count only when they are reached', 'x-a: &a\n  image: «a:1»\nx-b: &b\n  image: no:1\nservices:\n  a:\n    <<: *a\n', [`${image}docker.io/library/a:1`]);
	check('an own key wins over a merged one', 'x-a: &a\n  image: no:1\nservices:\n  a:\n    <<: *a\n    image: «b:1»\n', [`${image}docker.io/library/b:1`]);
	check('of several merged maps the first wins', 'x-a: &a {image: «a:1»}\nx-b: &b {image: no:1}\nservices:\n  a:\n    <<: [*a, *b]\n', [`${image}docker.io/library/a:1`]);
	check('a merged image is an image when one service only pulls it', 'x-a: &a\n  image: «a:1»\nservices:\n  a:\n    <<: *a\n    build: .\n  b: *a\n', [`${image}docker.io/library/a:1`]);
	check('later documents lie over earlier ones', 'services:\n  a:\n    image: no:1\n  b:\n    image: «b:1»\n---\nservices:\n  a:\n    image: «a:2»\n', [`${image}docker.io/library/b:1`, `${image}docker.io/library/a:2`]);
	check('!reset removes, !override keeps', 'services:\n  a:\n    image: !reset no:1\n  b:\n    image: !override «b:1»\n', [`${image}docker.io/library/b:1`]);
	check('!reset in a later document removes an earlier image', 'services:\n  a:\n    image: no:1\n---\nservices:\n  a:\n    image: !reset null\n', []);
	check('of duplicate keys the last decides', 'services:\n  a:\n    image: no:1\n    image: «a:2»\n', [`${image}docker.io/library/a:2`]);
	check('extends brings the build of another service', 'services:\n  base:\n    build: .\n  a:\n    extends: {service: base}\n    image: «a:1»\n', [`${output}docker.io/library/a:1`]);
	check('extends that goes in circles', 'services:\n  a:\n    extends: b\n    image: «a:1»\n  b:\n    extends: a\n', [`${image}docker.io/library/a:1`]);
	check('extends from another file', 'services:\n  a:\n    extends:\n      file: ../base.yml\n      service: b\n    image: «a:1»\n', [`${output}docker.io/library/a:1`], { files: { 'base.yml': 'services:\n  b:\n    build: .\n    image: no:1\n' } });

	it('asks for .env, for what would be merged with it, for the files that it extends, and for those that these extend', () => {
		const text = 'services:\n  a:\n    extends: {file: b.yml, service: x}\n';
		const ask = (files: Record<string, string>): readonly string[] => composeCard.needs!({ file: 'app/compose.yml', text, files: new Map(Object.entries(files)), environment: {}, builds: [] });
		const beside = ['app/.env', 'app/compose.yaml', ...['compose.override.yml', 'compose.override.yaml', 'docker-compose.override.yml', 'docker-compose.override.yaml'].map(name => `app/${name}`)];
		assert.deepEqual(ask({}), [...beside, 'app/b.yml']);
		assert.deepEqual(ask({ 'app/b.yml': 'services:\n  x:\n    extends: {file: ../c.yml, service: y}\n' }), [...beside, 'app/b.yml', 'c.yml']);
	});
});

describe('Compose: templates and mistakes', () => {
	check('lines of a Go template are passed over', 'services:\n  {{- if .web }}\n  a:\n    image: «a:1»\n  {{- end }}\n  b:\n    image: «{{ .image }}»\n', [`${image}docker.io/library/a:1`, 'compose-image variable -']);
	check('an action inside a name leaves it open', 'services:\n  a:\n    image: «a:{{ tag }}»\n', ['compose-image variable -']);
	check('an open quote swallows nothing else', 'services:\n  a:\n    command: "x\n    image: «a:1»\n  b:\n    command: [x,\n      y\n    image: «b:1»\n', [`${image}docker.io/library/a:1`, `${image}docker.io/library/b:1`]);
	check('a line that is no YAML loses only itself', 'services:\n  a:\n    image: «a:1»\n   oops\n  b:\n    image: «b:1»\n', [`${image}docker.io/library/a:1`, `${image}docker.io/library/b:1`]);
});

describe('Compose: which files', () => {
	for (const name of ['compose.yml', 'compose.yaml', 'docker-compose.yml', 'docker-compose.prod.yaml', 'docker-compose-dev.yml', 'docker-compose2.yml', 'compose-with-paths.yaml', 'compose.override.yml', 'a/dev.compose.yml', 'app.docker-compose.yaml', 'podman-compose.yml']) {
		it(`claims ${name}`, () => { assert.equal(composeCard.matches(name, undefined, ''), true); });
	}
	for (const name of ['composer.yml', 'app.yml', 'compose.json', '.github/workflows/compose.yml', 'compose.yml.bak']) {
		it(`leaves ${name}`, () => { assert.equal(composeCard.matches(name, undefined, ''), false); });
	}
	it('claims by language, and names that begin alike by their services', () => {
		assert.equal(composeCard.matches('stack.yml', 'dockercompose', ''), true);
		assert.equal(composeCard.matches('compose2.yml', undefined, 'services:\n'), true);
	});
	const stack = '# a stack\nservices:\n\n  # web\n  web: &web\n    image: nginx:1.27\nx-common: {}\nvolumes:\n  data:\n';
	for (const [what, text] of Object.entries({ 'services with images': stack, 'with Windows line ends': stack.replaceAll('\n', '\r\n'), 'and builds': 'name: a\nservices:\n  a:\n    build: .\n' })) {
		it(`claims any YAML of ${what}`, () => { assert.equal(composeCard.matches('deploy/routing.yml', undefined, text), true); });
	}
	for (const [what, text] of Object.entries({
		'a pipeline': `pipeline:\n  a: {}\n${stack}`, 'a list of services': 'services:\n  - image: a\n', 'services without images': 'services:\n  App\\Mailer:\n    class: x\n  b:\n    arguments: []\n',
		'an object': `apiVersion: v1\nkind: X\n${stack}`, 'services further in': 'a:\n  services:\n    web:\n      image: nginx\n',
	})) {
		it(`leaves ${what}`, () => { assert.equal(composeCard.matches('deploy/routing.yml', undefined, text), false); });
	}
	it('takes only what GitHub itself reads for a workflow', () => {
		assert.equal(composeCard.matches('.github/workflows/docker-compose.yml', undefined, stack), false);
		assert.equal(composeCard.matches('.github/workflows/mint/docker-compose.yml', undefined, stack), true);
	});
});
