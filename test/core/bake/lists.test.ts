import assert from 'node:assert/strict';
import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';
import type { ExtractOptions } from '../../support/expectUses.ts';

function check(title: string, marked: string, expected: readonly string[], options?: ExtractOptions): void {
	it(title, () => { expectUses(bakeCard, 'docker-bake.hcl', marked, expected, options); });
}

describe('Bake: lists that are written elsewhere', () => {
	const tag = 'bake-tag build-output ';
	const a = `${tag}docker.io/library/a:1`;
	const b = `${tag}docker.io/library/b:1`;
	check('a variable that is a list', 'variable "TAGS" { default = ["«a:1»", "«b:1»"] }\ntarget "x" { tags = TAGS }\n', [a, b]);
	check('a name of the file', 'list = ["«a:1»"]\ntarget "x" { tags = concat(list, ["«b:1»"]) }\n', [a, b]);
	check('another target\'s tags, and a value of its arguments', 'target "x" {\n  tags = ["«a:1»"]\n  args = { V = "1" }\n}\ntarget "y" { tags = target.x.tags }\ntarget "z" { tags = ["«b:${target.x.args.V}»"] }\n', [a, b]);
	check('a function that gives a list', 'function "t" {\n  params = [n]\n  result = ["«${n}:1»", "«r.io/${n}»"]\n}\ntarget "x" { tags = t("a") }\n', [a, `${tag}r.io/a:latest`]);
	check('a function that gives a text stands where it is called', 'function "t" {\n  params = [n]\n  result = "${n}:1"\n}\ntarget "x" { tags = [«t("a")»] }\n', [a]);
	check('a list made by for', 'target "x" { tags = [for t in ["a", "b"] : "«${t}:1»" if t != "b"] }\n', [a]);
	check('a list made by for of what nobody knows', 'variable "L" {}\ntarget "x" { tags = «[for t in split(",", L) : "a:${t}"]» }\n', ['bake-tag variable -']);
	check('both branches of a condition that nobody knows', 'variable "X" {}\ntarget "x" { tags = [X != "" ? "«a:${X}»" : "«b:1»"] }\n', ['bake-tag variable -', b]);
	check('null is a value that can be asked for', 'variable "X" { default = null }\ntarget "x" { tags = [X != null ? "no:${X}" : "«b:1»"] }\n', [b]);
	check('a list that the environment replaces', 'variable "TAGS" { default = ["no:1"] }\ntarget "x" { tags = «TAGS» }\n', ['bake-tag build-output docker.io/library/c:1'], { environment: { TAGS: 'c:1' } });
	check('lists that lead to themselves', 'a = b\nb = a\ntarget "x" { tags = «a» }\n', ['bake-tag variable -']);

	it('a list of another file has no place here, its arguments have theirs there', () => {
		const files = { 'docker-bake.override.hcl': 'variable "L" { default = ["a:1"] }\ntarget "x" {\n  args = merge({}, { V = "1" })\n}\n' };
		const { uses, builds } = extractWith(bakeCard, 'docker-bake.hcl', 'target "x" { tags = L }\n', { files });
		assert.deepEqual(uses.map(use => [use.text, use.class]), [['L', 'variable']]);
		assert.deepEqual(builds[0]?.args.map(arg => [arg.name, arg.value, arg.source?.file]), [['V', '1', 'docker-bake.override.hcl']]);
	});
});
