import assert from 'node:assert/strict';
import { createFactsIndex } from '../../../src/core/engine/factsIndex.ts';
import { expectProject } from '../../support/expectProject.ts';
import type { MarkedFile } from '../../support/expectProject.ts';

const a1 = 'compose-image image docker.io/library/a:1';
const fromA1 = 'from image docker.io/library/a:1';
const dockerfile: MarkedFile = ['ARG V=0\nFROM «a:$V»\n', fromA1];

function check(title: string, files: Readonly<Record<string, MarkedFile>>, environment?: Readonly<Record<string, string>>): void {
	it(title, () => expectProject(files, environment));
}

describe('Compose: include', () => {
	const included = 'services:\n  a:\n    image: «a:${V}»\n';
	const building = 'services:\n  a:\n    build:\n      context: .\n      args: {V: "1"}\n';
	check('an included file has its own .env', { 'compose.yaml': ['include:\n  - sub/compose.yaml\n'], 'sub/compose.yaml': [included, a1], 'sub/.env': ['V=1\n'] });
	check('what the including project knows wins', { 'compose.yaml': ['include: [sub/compose.yaml]\n'], '.env': ['V=1\n'], 'sub/compose.yaml': [included, a1], 'sub/.env': ['V=2\n'] });
	check('env_file takes the place of .env, of several the last wins', {
		'compose.yaml': ['include:\n  - path: sub/compose.yaml\n    env_file: [x.env, y.env]\n'], 'sub/compose.yaml': [included, a1], 'sub/.env': ['V=2\n'], 'x.env': ['V=3\nW=1\n'], 'y.env': ['V=$W\n'],
	});
	check('a file of any name is a Compose file when it is included', { 'compose.yaml': ['include:\n  - path: stack.yml\n    env_file: x.env\n'], 'stack.yml': [included, a1], 'x.env': ['V=1\n'] });
	check('project_directory is where paths begin and .env lies', { 'compose.yaml': ['include:\n  - path: sub/compose.yaml\n    project_directory: other\n'], 'sub/compose.yaml': [building], 'other/Dockerfile': dockerfile });
	check('project_directory has the .env', { 'compose.yaml': ['include:\n  - path: sub/compose.yaml\n    project_directory: other\n'], 'sub/compose.yaml': [included, a1], 'other/.env': ['V=1\n'] });
	check('a list of paths is merged, in the folder of the first', {
		'compose.yaml': ['include:\n  - path: [sub/a.yaml, more/b.yaml]\n'], 'sub/a.yaml': ['services:\n  a:\n    build: .\n'], 'more/b.yaml': [building], 'sub/Dockerfile': dockerfile,
	});
	check('what is included includes as well', { 'compose.yaml': ['include: [sub/b.yaml]\n'], '.env': ['V=1\n'], 'sub/b.yaml': ['include: [c.yaml]\n'], 'sub/c.yaml': [included, a1] });
	check('its path may be a variable', { 'compose.yaml': ['include: ["${DIR:-sub}/b.yaml"]\n'], '.env': ['V=1\n'], 'sub/b.yaml': [included, a1] });
	check('an override changes what the base file includes', {
		'compose.yaml': ['include: [sub/b.yaml]\n'], 'compose.override.yaml': ['services:\n  a:\n    build:\n      args: {V: "1"}\n'],
		'sub/b.yaml': ['services:\n  a:\n    image: «me/a»\n    build: .\n', 'compose-image build-output docker.io/me/a:latest'], 'sub/Dockerfile': dockerfile,
	});
	check('files that include each other are read', { 'compose.yaml': ['include: [b.yaml]\nservices:\n  x:\n    image: «a:1»\n', a1], 'b.yaml': ['include: [compose.yaml]\nservices:\n  y:\n    image: «a:1»\n', a1] });
	check('what lies in a repository or is not there is passed over', { 'compose.yaml': ['include:\n  - https://github.com/a/b.git\n  - oci://c.io/d\n  - none.yaml\n  - {env_file: x}\nservices:\n  x:\n    image: «a:1»\n', a1] });
	check('two projects that include a file give it two values', { 'x/compose.yaml': ['include: [../b.yaml]\n'], 'x/.env': ['V=1\n'], 'y/compose.yaml': ['include: [../b.yaml]\n'], 'y/.env': ['V=2\n'], 'b.yaml': [included, a1] });

	it('an included file forgets who no longer includes it', async () => {
		const files: Record<string, string> = { '/w/compose.yaml': 'include: [b.yaml]\n', '/w/.env': 'V=1\n', '/w/b.yaml': 'services:\n  a:\n    build: {context: ., args: [V]}\n', '/w/Dockerfile': 'ARG V=0\nFROM a:$V\n' };
		const index = createFactsIndex({ environment: {}, read: path => Promise.resolve(files[path]) });
		await index.set('/w/Dockerfile', files['/w/Dockerfile']);
		assert.deepEqual(await index.set('/w/compose.yaml', files['/w/compose.yaml']), ['/w/Dockerfile', '/w/b.yaml', '/w/compose.yaml']);
		assert.equal(index.get('/w/Dockerfile')?.uses[0]?.value, 'a:1');
		assert.deepEqual(await index.set('/w/compose.yaml', 'services: {}\n'), ['/w/Dockerfile', '/w/b.yaml', '/w/compose.yaml']);
		assert.equal(index.get('/w/b.yaml'), undefined);
		assert.equal(index.get('/w/Dockerfile')?.uses[0]?.value, 'a:0');
	});
});

describe('Compose: override files', () => {
	const output = 'compose-image build-output docker.io/me/a:latest';
	check('arguments of the override win', { 'compose.yaml': ['services:\n  a:\n    build:\n      context: .\n      args: {V: "2"}\n'], 'compose.override.yaml': ['services:\n  a:\n    build:\n      args: {V: "1"}\n'], 'Dockerfile': dockerfile });
	check('the override names the Dockerfile', { 'docker-compose.yml': ['services:\n  a:\n    build:\n      context: x\n      args: {V: "1"}\n'], 'docker-compose.override.yml': ['services:\n  a:\n    build:\n      dockerfile: b.txt\n'], 'x/b.txt': dockerfile });
	check('the override moves the context', { 'docker-compose.yml': ['services:\n  a:\n    build:\n      context: x\n      args: {V: "1"}\n'], 'docker-compose.override.yml': ['services:\n  a:\n    build: y\n'], 'y/Dockerfile': dockerfile });
	check('what the override builds is no image of the base', { 'compose.yaml': ['services:\n  a:\n    image: «me/a»\n', output], 'compose.override.yml': ['services:\n  a:\n    build: .\n'] });
	check('what the base builds is no image of the override', { 'compose.yaml': ['services:\n  a:\n    build: .\n'], 'compose.override.yml': ['services:\n  a:\n    image: «me/a»\n', output] });
	check('!reset in the override takes the build away', { 'compose.yaml': ['services:\n  a:\n    build: .\n    image: «me/a»\n', 'compose-image image docker.io/me/a:latest'], 'compose.override.yml': ['services:\n  a:\n    build: !reset null\n'] });
	check('!override in the override leaves nothing below', { 'compose.yaml': ['services:\n  a:\n    build:\n      context: .\n      args: {V: "2"}\n'], 'compose.override.yml': ['services:\n  a:\n    build: !override\n      context: .\n'], 'Dockerfile': ['ARG V=1\nFROM «a:$V»\n', fromA1] });
	check('an image that the override replaces is one all the same', { 'compose.yaml': ['services:\n  a:\n    image: «a:1»\n', a1], 'compose.override.yml': ['services:\n  a:\n    image: «a:2»\n', 'compose-image image docker.io/library/a:2'] });
	check('an override belongs to the first of the default names', { 'compose.yaml': ['services: {}\n'], 'docker-compose.yml': ['services:\n  a:\n    image: «a:1»\n', a1], 'docker-compose.override.yml': ['services:\n  a:\n    build: .\n'] });
	check('of two overrides the first of the default names is read', { 'compose.yaml': ['services:\n  a:\n    image: «a:1»\n', a1], 'compose.override.yml': ['services: {}\n'], 'docker-compose.override.yml': ['services:\n  a:\n    build: .\n'] });
	check('COMPOSE_FILE says what belongs together', { '.env': ['COMPOSE_FILE=a.compose.yaml:b.yml\n'], 'a.compose.yaml': ['services:\n  a:\n    image: «me/a»\n', output], 'b.yml': ['services:\n  a:\n    build: .\n'] });
	check('COMPOSE_FILE with another separator', { '.env': ['COMPOSE_PATH_SEPARATOR=,\nCOMPOSE_FILE=compose.yaml,compose.b.yml\n'], 'compose.yaml': ['services:\n  a:\n    image: «me/a»\n', output], 'compose.b.yml': ['services:\n  a:\n    build: .\n'], 'compose.override.yml': ['services:\n  a:\n    build: !reset null\n'] });
	check('an argument without value comes from .env', { '.env': ['V=1\n'], 'compose.yaml': ['services:\n  a:\n    build:\n      context: .\n      args: [V]\n'], 'Dockerfile': dockerfile });
});

describe('Compose: extends across files', () => {
	const base = 'services:\n  b:\n    build:\n      context: .\n      args: {W: x}\n';
	check('arguments of the extending service reach the Dockerfile of the extended one', { 'compose.yaml': ['services:\n  a:\n    extends: {file: common/base.yml, service: b}\n    build:\n      args: {V: "1"}\n'], 'common/base.yml': [base], 'common/Dockerfile': dockerfile });
	check('an image of a file that only services extend', { 'compose.yaml': ['services:\n  a:\n    extends: {file: common/base.yml, service: b}\n'], '.env': ['V=1\n'], 'common/base.yml': ['services:\n  b:\n    image: «a:$V»\n  c:\n    image: «a:1»\n', a1, a1] });
	check('a Compose file that is extended stays what it is by itself', { 'compose.yaml': ['services:\n  a:\n    extends: {file: x/compose.yaml, service: b}\n    build: .\n'], '.env': ['V=2\n'], 'x/compose.yaml': ['services:\n  b:\n    image: «a:$V»\n', a1], 'x/.env': ['V=1\n'] });
	check('a value that only the extending project has', { 'compose.yaml': ['services:\n  a:\n    extends: {file: x/compose.yaml, service: b}\n'], '.env': ['V=1\n'], 'x/compose.yaml': ['services:\n  b:\n    image: «a:$V»\n', a1] });
	check('!reset of what another file has', { 'compose.yaml': ['services:\n  a:\n    extends: {file: b.yml, service: b}\n    build: !reset null\n    image: «a:1»\n', a1], 'b.yml': ['services:\n  b:\n    build: .\n'] });
	check('!override of a merge and of what it extends', { 'compose.yaml': ['x-b: &b\n  build: {context: ., args: {V: "2"}}\nservices:\n  base:\n    build: {dockerfile: none}\n  a:\n    <<: *b\n    extends: base\n    build: !override {context: ., args: {V: "1"}}\n'], 'Dockerfile': dockerfile });
	check('!reset wins over a merge', { 'compose.yaml': ['x-b: &b\n  build: .\nservices:\n  a:\n    <<: *b\n    build: !reset null\n    image: «a:1»\n', a1] });
	check('a base that extends further, from its own folder', { 'compose.yaml': ['services:\n  a:\n    extends: {file: x/b.yml, service: b}\n    image: «me/a»\n', 'compose-image build-output docker.io/me/a:latest'], 'x/b.yml': ['services:\n  b:\n    extends: {file: ../y/c.yml, service: c}\n'], 'y/c.yml': ['services:\n  c:\n    build: .\n'], 'y/Dockerfile': ['FROM «a:1»\n', fromA1] });
});

describe('Compose: the files of a dev container', () => {
	const compose = 'services:\n  a:\n    build:\n      context: .\n';
	check('are one project in the folder of the first', {
		'.devcontainer/devcontainer.json': ['{"dockerComposeFile": ["../stack.yml", "dev.yml"], "service": "a"}'],
		'stack.yml': [compose], '.devcontainer/dev.yml': ['services:\n  a:\n    build:\n      args: {V: "1"}\n'], 'Dockerfile': dockerfile,
	});
	check('the second is no project of its own', {
		'.devcontainer/devcontainer.json': ['{"dockerComposeFile": ["../docker-compose.yml", "docker-compose.yml"], "service": "a"}'],
		'docker-compose.yml': ['services:\n  a:\n    image: «a:1»\n', a1], '.env': ['V=1\n'], '.devcontainer/docker-compose.yml': ['services:\n  a:\n    image: «a:$V»\n', a1],
	});
	check('a path with a variable that nobody knows names no file', { '.devcontainer/devcontainer.json': ['{"dockerComposeFile": ["../stack.yml", "${localEnv:X}"]}'], 'stack.yml': ['services: {a: {image: no:1}}\n'] });
});

describe('Compose: what a build passes on', () => {
	const text: MarkedFile = ['ARG V=0\nARG W=1\nFROM «a:$V$W»\n', fromA1];
	check('an empty argument is one, an open one is none', { 'compose.yaml': ['services:\n  a:\n    build:\n      context: .\n      args: {V: "", W: "${NONE}"}\n'], 'Dockerfile': text });
	check('items that are no text are passed over', { 'compose.yaml': ['services:\n  a:\n    build:\n      context: .\n      args: [[W=2], V=]\n      additional_contexts: [x]\n      platforms: [linux/arm64]\n'], 'Dockerfile': text });
	check('escapes in .env', { '.env': ['V="1\\r\\"\\\\"\nW="${V}"\n'], 'compose.yaml': ['services:\n  a:\n    image: «a:${V}»\n', 'compose-image invalid -'] });
	check('an inline Dockerfile that two services share is read once, one of another file there', {
		'compose.yaml': ['x-b: &b\n  dockerfile_inline: |\n    FROM «a:1»\nservices:\n  a:\n    build: *b\n  b:\n    build: *b\n  c:\n    extends: {file: b.yml, service: d}\n', 'compose-inline-from image docker.io/library/a:1'],
		'b.yml': ['services:\n  d:\n    build:\n      dockerfile_inline: FROM «a:1»\n', 'compose-inline-from image docker.io/library/a:1'],
	});
	check('extends that names no service', { 'compose.yaml': ['services:\n  a:\n    extends: {file: b.yml}\n    image: «a:1»\n  b:\n    extends: {file: b.yml, service: x}\n    image: «a:1»\n', a1, a1], 'b.yml': ['services:\n  x: {extends: {file: b.yml, service: x}}\n'] });

	it('a file that is something else by its name stays that', async () => {
		const files: Record<string, string> = { '/w/compose.yaml': 'include: [values.yaml, Dockerfile]\n', '/w/Dockerfile': 'FROM a\n', '/w/values.yaml': 'image: a:1\n' };
		const index = createFactsIndex({ environment: {}, read: path => Promise.resolve(files[path]) });
		for (const file of ['/w/values.yaml', '/w/Dockerfile', '/w/compose.yaml']) { await index.set(file, files[file]); }
		assert.deepEqual(index.all().map(({ kind }) => kind), ['dockerfile', 'compose', 'helm-values']);
	});
});
