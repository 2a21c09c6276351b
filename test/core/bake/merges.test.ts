import assert from 'node:assert/strict';
import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import type { BuildLink } from '../../../src/core/model/index.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';
import type { ExtractOptions } from '../../support/expectUses.ts';

function linkOf(text: string, options?: ExtractOptions, file = 'docker-bake.hcl'): BuildLink {
	return extractWith(bakeCard, file, text, options).builds.at(-1)!;
}

function argsOf(text: string, options?: ExtractOptions, file?: string): Record<string, string | undefined> {
	return Object.fromEntries(linkOf(text, options, file).args.map(({ name, value }) => [name, value]));
}

describe('Bake: arguments and contexts that lie over each other', () => {
	it('own ones over those that are inherited, the last parent over the first', () => {
		const text = 'target "_a" { args = { A = "1", B = "1", C = "1" } }\ntarget "_b" { args = { B = "2", C = "2" } }\ntarget "x" {\n  inherits = ["_a", "_b"]\n  args = { C = "3" }\n}\n';
		assert.deepEqual(argsOf(text), { A: '1', B: '2', C: '3' });
	});

	it('null takes nothing away', () => {
		assert.deepEqual(argsOf('target "_a" { args = { A = "1" } }\ntarget "x" {\n  inherits = ["_a"]\n  args = { A = null, B = null }\n}\n'), { A: '1' });
	});

	it('contexts', () => {
		assert.deepEqual(linkOf('target "_a" { contexts = { a = "docker-image://a", b = "./b" } }\ntarget "x" {\n  inherits = ["_a"]\n  contexts = { b = "./c" }\n}\n').contexts, { a: 'docker-image://a', b: './c' });
	});

	it('an override file over the file below', () => {
		assert.deepEqual(argsOf('target "x" { args = { B = "2" } }\n', { files: { 'docker-bake.hcl': 'target "x" { args = { A = "1", B = "1" } }\n' } }, 'docker-bake.override.hcl'), { A: '1', B: '2' });
	});

	it('merge and variables, of which some are not known', () => {
		const text = 'variable "E" {}\nvariable "common" {\n  default = {\n    E = "${E}"\n    A = "1"\n  }\n}\ntarget "x" { args = merge(common, { A = "2", B = "3" }) }\n';
		assert.deepEqual(argsOf(text), { E: undefined, A: '2', B: '3' });
	});

	it('a condition, another target, and what nobody can follow', () => {
		assert.deepEqual(argsOf('variable "F" { default = true }\ntarget "x" { args = F ? { A = "1" } : { A = "2" } }\n'), { A: '1' });
		assert.deepEqual(argsOf('target "_y" { args = { A = "1" } }\ntarget "x" { args = target._y.args }\n'), { A: '1' });
		assert.deepEqual(argsOf('target "x" { args = {for k in ["A"] : k => "1"} }\n'), { A: '1' });
		assert.deepEqual(argsOf('a = b\nb = a\ntarget "x" { args = a }\n'), {});
		assert.deepEqual(argsOf('target "x" { args = null }\n'), {});
	});

	it('contexts written as a variable are places of this file', () => {
		expectUses(bakeCard, 'docker-bake.hcl', 'variable "C" { default = { a = "docker-image://«alpine:3»" } }\ntarget "x" { contexts = C }\n', ['bake-context image docker.io/library/alpine:3']);
	});

	it('targets that inherit in a circle, and twice at every step, end', () => {
		assert.deepEqual(argsOf('target "x" {\n  inherits = ["y"]\n  args = { A = "1" }\n}\ntarget "y" {\n  inherits = ["x"]\n  args = { B = "2" }\n}\n'), { A: '1', B: '2' });
		const ladder = Array.from({ length: 60 }, (_, at) => `target "t${at + 1}" { inherits = ["t${at}", "t${at}"] }\n`).join('');
		assert.deepEqual(linkOf(ladder).platforms, []);
	});
});
