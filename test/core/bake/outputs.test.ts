import assert from 'node:assert/strict';
import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

const tag = 'bake-tag build-output ';

function check(title: string, marked: string, expected: readonly string[], file = 'docker-bake.hcl'): void {
	it(title, () => { expectUses(bakeCard, file, marked, expected); });
}

describe('Bake: names of outputs', () => {
	check('of what is pushed', 'target "x" {\n  output = ["type=registry,name=«q.io/a:1»", "type=image,push=true,name=«q.io/a:2»"]\n}\n', [`${tag}q.io/a:1`, `${tag}q.io/a:2`]);
	check('of what is loaded or written', 'target "x" {\n  output = ["type=docker,name=«a/b:1»", "type=oci,dest=a.tar,name=«a/c:1»", "type=local,dest=out", "type=tar,name=no"]\n}\n', [`${tag}docker.io/a/b:1`, `${tag}docker.io/a/c:1`]);
	check('a lone text', 'target "x" { output = "type=image,name=«a/b:1»" }\n', [`${tag}docker.io/a/b:1`]);
	check('several in one quoted field', 'target "x" { output = ["type=image,\\"name=«a/b:1»,«a/b:2»\\",push=true"] }\n', [`${tag}docker.io/a/b:1`, `${tag}docker.io/a/b:2`]);
	check('objects', 'target "x" { output = [{ type = "image", name = "«a/b:1», «a/b:2»", push = true }, { type = "local", dest = "x" }, { type = "registry" }, { name = "no" }] }\n', [`${tag}docker.io/a/b:1`, `${tag}docker.io/a/b:2`]);
	check('JSON', '{"target": {"x": {"output": ["type=registry,name=«a/b:1»", {"type": "registry", "name": "«a/c:1»"}]}}}', [`${tag}docker.io/a/b:1`, `${tag}docker.io/a/c:1`], 'docker-bake.json');
	check('a variable elsewhere in the output leaves the name known', 'variable "L" {}\ntarget "x" { output = ["type=image,name=«a/b:1»,compression-level=${L}"] }\n', [`${tag}docker.io/a/b:1`]);
	check('a variable in the name', 'variable "T" {}\nvariable "V" { default = "1" }\ntarget "x" { output = ["type=image,name=«a/b:${T}»", "type=image,name=«a/b:${V}»"] }\n', ['bake-tag variable -', `${tag}docker.io/a/b:1`]);
});

describe('Bake: where the Dockerfile of a target is', () => {
	const text = 'target "x" { context = "app" }\n';
	const placeOf = (files: Readonly<Record<string, string>>): string | undefined => extractWith(bakeCard, 'w/ci/docker-bake.hcl', text, { files }).builds[0]?.dockerfile;
	it('beside the bake file, even when another is above', () => { assert.equal(placeOf({ 'w/ci/app/Dockerfile': '', 'w/app/Dockerfile': '' }), 'w/ci/app/Dockerfile'); });
	it('where bake is started in a folder above', () => { assert.equal(placeOf({ 'w/app/Dockerfile': '' }), 'w/app/Dockerfile'); });
	it('beside the bake file when none is found', () => { assert.equal(placeOf({}), 'w/ci/app/Dockerfile'); });

	it('asks for these places, and for none of a target that is no file', () => {
		const needs = (bake: string): readonly string[] => bakeCard.needs!({ file: 'w/ci/x.bake.hcl', text: bake, files: new Map(), environment: {}, builds: [] });
		assert.deepEqual(needs(text), ['w/ci/app/Dockerfile', 'w/app/Dockerfile', 'app/Dockerfile']);
		assert.deepEqual(needs('target "_x" {}\ntarget "y" { context = "https://example.org/a.git" }\ntarget "z" { dockerfile-inline = "FROM a" }\n'), []);
	});
});
