import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import { expectUses } from '../../support/expectUses.ts';

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
