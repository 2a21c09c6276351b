import assert from 'node:assert/strict';
import { devcontainerCard } from '../../../src/core/extract/devcontainer/card.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';
import type { ExtractOptions } from '../../support/expectUses.ts';

const file = 'app/.devcontainer/devcontainer.json';
const image = 'devcontainer-image image ';
const feature = 'devcontainer-feature artifact ';

function check(title: string, text: string, expected: readonly string[], options?: ExtractOptions, name = file): void {
	it(title, () => { expectUses(devcontainerCard, name, text, expected, options); });
}

describe('Dev containers: image', () => {
	check('with comments and trailing commas', '{\n\t// c\n\t"image": "«a:1»", /* x */\n}', [`${image}docker.io/library/a:1`]);
	check('escapes are decoded', '{"image": "«mcr.microsoft.com\\/a\\u0062:1»"}', [`${image}mcr.microsoft.com/ab:1`]);
	check('of duplicate keys the last decides', '{"image": "no:1", "image": "«a:2»"}', [`${image}docker.io/library/a:2`]);
	check('customizations hold no image', '{"customizations": {"x": {"image": "no:1"}}}', []);
	check('broken text gives what can be read', '{"image": "«a:1»", "features": {', [`${image}docker.io/library/a:1`]);
	check('an image that is no text', '{"image": ["no:1"]}', []);

	it('asks for the platform of runArgs', () => {
		assert.deepEqual(extractWith(devcontainerCard, file, '{"image": "a", "runArgs": ["--platform=linux/amd64"]}').uses[0]?.platforms, ['linux/amd64']);
	});
});

describe('Dev containers: variables', () => {
	check('localEnv with a default that ends at the next colon', '{"image": "«${localEnv:IMG:ubuntu:22.04}»"}', [`${image}docker.io/library/ubuntu:latest`]);
	check('localEnv from the environment', '{"image": "«a:${localEnv:TAG}»"}', [`${image}docker.io/library/a:3`], { environment: { TAG: '3' } });
	check('env is its old name', '{"image": "«a:${env:TAG:4}»"}', [`${image}docker.io/library/a:4`]);
	check('an unset variable leaves the image open', '{"image": "«a:${localEnv:TAG}»"}', [`${image}-`]);
	check('containerEnv and templateOption stay as they are', '{"image": "«a:${templateOption:v}»", "build": {"cacheFrom": "«b:${containerEnv:V}»"}}', [`${image}-`, 'devcontainer-cache-from image -']);
	check('the name of the folder', '{"image": "«a/${localWorkspaceFolderBasename}»"}', [`${image}docker.io/a/app:latest`]);
	it('keep the place of a default', () => {
		const text = '{"image": "a:${localEnv:TAG:1.2}"}';
		const tag = extractWith(devcontainerCard, file, text).uses[0]?.spans.tag;
		assert.equal(text.slice(tag?.start, tag?.end), '1.2');
	});
});

describe('Dev containers: features', () => {
	check('artifacts, with and without a version', '{"features": {"«ghcr.io/a/b/c:1»": {}, "«ghcr.io/a/b/d»": {}, "«ghcr.io/a/b/e@sha256:24d5802c837b2519b666a8403a9514c7296d769c9607048e9f1e040e7d7e331c»": {}}}', [`${feature}ghcr.io/a/b/c:1`, `${feature}ghcr.io/a/b/d:latest`, `${feature}ghcr.io/a/b/e@sha256:24d5802c837b2519b666a8403a9514c7296d769c9607048e9f1e040e7d7e331c`]);
	check('folders and tarballs are local', '{"features": {"«./a»": {}, "«../b»": {}, "«https://example.org/devcontainer-feature-a.tgz»": {}}}', ['devcontainer-feature local -', 'devcontainer-feature local -', 'devcontainer-feature local -']);
	check('legacy names become artifacts', '{"features": {"«docker-in-docker»": "latest", "«golang»": {}, "«common»": {}, "«maven»": {}, "«fish»": {}}}', [`${feature}ghcr.io/devcontainers/features/docker-in-docker:1`, `${feature}ghcr.io/devcontainers/features/go:1`, `${feature}ghcr.io/devcontainers/features/common-utils:1`, `${feature}-`, `${feature}-`]);
	check('names without a registry are looked for elsewhere', '{"features": {"«owner/repo/x»": {}, "«owner/repo/y@v1»": {}}}', [`${feature}-`, `${feature}-`]);
	check('a registry on this machine', '{"features": {"«localhost:5000/a/b:1»": {}}}', [`${feature}localhost:5000/a/b:1`]);
	check('the order of installation names no artifact', '{"overrideFeatureInstallOrder": ["ghcr.io/a/b"], "features": {}}', []);
	check('a feature names those it depends on', '{"id": "x", "image": "no:1", "dependsOn": {"«ghcr.io/a/b/c:1»": {}}, "installsAfter": ["ghcr.io/a/b/d"]}', [`${feature}ghcr.io/a/b/c:1`], {}, 'src/x/devcontainer-feature.json');
});

describe('Dev containers: build', () => {
	it('caches, also in options', () => {
		expectUses(devcontainerCard, file, '{"build": {"dockerfile": "D", "cacheFrom": ["«a:1»", "type=registry,ref=«b:1»"], "options": ["--cache-from=«c:1»", "--cache-from", "«d:1»"]}}', ['a', 'b', 'c', 'd'].map(name => `devcontainer-cache-from image docker.io/library/${name}:1`));
	});

	it('leads to the Dockerfile with args, target and options', () => {
		const text = '{"build": {"dockerfile": "../Dockerfile", "context": "..", "target": "dev", "args": {"A": "1", "B": "${localEnv:B:2}"}, "options": ["--build-arg=C=3", "--platform", "linux/arm64", "--build-context", "x=docker-image://y:1"]}}';
		const [link] = extractWith(devcontainerCard, file, text).builds;
		assert.equal(link?.dockerfile, 'app/Dockerfile');
		assert.equal(link.target, 'dev');
		assert.deepEqual(link.args.map(({ name, value }) => [name, value]), [['A', '1'], ['B', '2'], ['C', '3']]);
		assert.deepEqual(link.platforms, ['linux/arm64']);
		assert.deepEqual(link.contexts, { x: 'docker-image://y:1' });
	});

	it('knows the old place of dockerFile', () => {
		assert.equal(extractWith(devcontainerCard, '.devcontainer.json', '{"dockerFile": "Dockerfile"}').builds[0]?.dockerfile, 'Dockerfile');
	});

	it('tells which Compose files and service it uses', () => {
		const { entries } = extractWith(devcontainerCard, file, '{"dockerComposeFile": ["../compose.yml", "x.yml"], "service": "app"}');
		assert.deepEqual(entries.map(({ path, value }) => [path, value]), [['dockerComposeFile', ['../compose.yml', 'x.yml']], ['service', 'app']]);
	});
});

describe('Dev containers: which files', () => {
	for (const name of ['devcontainer.json', '.devcontainer.json', '.devcontainer/devcontainer.json', 'a/.devcontainer/b/devcontainer.json', 'src/x/devcontainer-feature.json', 'devcontainer-template.json']) {
		it(`claims ${name}`, () => { assert.equal(devcontainerCard.matches(name, undefined, ''), true); });
	}
	for (const name of ['package.json', '.devcontainer/devcontainer-lock.json', '.devcontainer/x.json', 'devcontainer.json.md']) {
		it(`leaves ${name}`, () => { assert.equal(devcontainerCard.matches(name, undefined, ''), false); });
	}
});

describe('Dev containers: lifecycle commands', () => {
	const pull = 'command-pull image docker.io/library/a:1';
	check('a text is read by a shell', '{"postCreateCommand": "cd x && docker pull «a:1» # b:1"}', [pull]);
	check('an array is a program with its arguments', '{"onCreateCommand": ["docker", "pull", "«a:1»"], "updateContentCommand": ["echo", "docker pull b:1"]}', [pull]);
	check('an object holds several of either', '{"postStartCommand": {"x": "docker run «a:1»", "y": ["docker", "pull", "«a:1»"], "z": {"no": "docker pull b:1"}}}', [pull, pull]);
	check('variables are filled in first', '{"initializeCommand": "docker pull «a:${localEnv:TAG:1}»", "postAttachCommand": "docker pull «a:${containerEnv:TAG}»"}', [pull, 'command-pull variable -']);
	check('nothing that is no command', '{"postCreateCommand": 1, "postStartCommand": [], "postAttachCommand": null, "onCreateCommand": ["", 2]}', []);

	it('build from the folder that is opened', () => {
		const { builds, commands } = extractWith(devcontainerCard, file, '{"initializeCommand": "docker build -f x/Dockerfile --build-arg A=1 ."}');
		assert.deepEqual(builds.map(({ dockerfile, args }) => [dockerfile, args[0]?.value]), [['app/x/Dockerfile', '1']]);
		assert.equal(commands[0]?.host, 'devcontainer');
	});

	it('are edited as a text, or between the strings of an array', () => {
		const first = (text: string) => extractWith(devcontainerCard, file, text).commands[0];
		assert.deepEqual([first('{"postCreateCommand": "docker pull a"}')?.editable, first('{"postCreateCommand": "docker pull a"}')?.list], [true, undefined]);
		assert.deepEqual([first('{"postCreateCommand": ["docker", "pull",\n"a"]}')?.editable, first('{"postCreateCommand": ["docker", "pull",\n"a"]}')?.list], [true, '",\n"']);
		assert.equal(first('{"postCreateCommand": ["docker", "pu\\u006cl", "a"]}')?.editable, false);
	});
});

describe('Dev containers: contexts in build options', () => {
	check('an image is pulled, a folder is not', '{"build": {"dockerfile": "D", "options": ["--build-context=x=docker-image://«a:1»", "--build-context", "y=docker-image://«a:1»", "--build-context=z=.."]}}', ['command-pull image docker.io/library/a:1', 'command-pull image docker.io/library/a:1']);
});

describe('Dev containers: odd values', () => {
	check('an empty image is none, caches of other types name nothing', '{"image": "", "build": {"cacheFrom": ["type=gha", "${localEnv:NONE}", 1]}}', []);
	check('an image that a variable empties is open', '{"image": "«${localEnv:NONE}»"}', [`${image}-`]);
	it('build options: an argument from the environment, the last target, run arguments that are no text', () => {
		const [link] = extractWith(devcontainerCard, file, '{"runArgs": [1, "--init"], "build": {"dockerfile": "D", "options": ["--build-arg", "A", "--target=x", "--target", "y", 2]}}', { environment: { A: '1' } }).builds;
		assert.deepEqual([link?.target, link?.args.map(({ name, value }) => [name, value])], ['y', [['A', '1']]]);
	});
});
