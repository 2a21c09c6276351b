import assert from 'node:assert/strict';
import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

const tag = 'bake-tag build-output docker.io/library/';

function check(title: string, item: string, expected: string | undefined, name = 'docker-bake.hcl'): void {
	const variables = 'variable "V" { default = "3" }\nvariable "L" { default = ["a", "b"] }\nvariable "M" { default = { k = "v" } }\n';
	const text = name.endsWith('.hcl') ? `${variables}target "a" {\n  tags = [${item}]\n}\n` : `{"variable":{"V":{"default":"3"}},"target":{"a":{"tags":[${item}]}}}`;
	it(title, () => { expectUses(bakeCard, name, text, expected === undefined ? ['bake-tag variable -'] : [tag + expected]); });
}

describe('Bake: directives in texts', () => {
	check('if', '"«a:%{ if V == "3" }three%{ endif }»"', 'a:three');
	check('if and else', '"«a:%{ if V == "4" }no%{ else }x${V}%{ endif }»"', 'a:x3');
	check('for', '"«a:${V}%{ for x in L }-${x}%{ endfor }»"', 'a:3-a-b');
	check('for with names', '"«a:1%{ for k, v in M }-${k}${v}%{ endfor }»"', 'a:1-kv');
	check('one inside another', '"«a:1%{ for x in L }%{ if x == "b" }-${upper(x)}%{ else }_%{ endif }%{ endfor }»"', 'a:1_-B');
	check('a condition that nobody knows', '"«a:%{ if nope }x%{ endif }»"', undefined);
	check('a list that nobody knows', '"«a:1%{ for x in nope }x%{ endfor }»"', undefined);
	check('an item that nobody knows', '"«a:1%{ for x in L }${nope}%{ endfor }»"', undefined);
	for (const broken of ['%{ if true }x', 'x%{ endif }', '%{ if true }x%{ endfor }', '%{ else }', '%{ if true }1%{ else }2%{ else }3%{ endif }', '%{ for x }%{ endfor }', '%{ what }']) {
		check(`what does not fit together: ${broken}`, `"«a:1${broken}»"`, undefined);
	}
	check('blanks that a wave takes away', '"«a:  ${~ V ~}  -\\n %{~ if true ~} x %{~ endif ~} »"', 'a:3-x');
	check('a wave beside what is all blank', '"«a:3 ${~ V ~} ${~ V ~} »"', 'a:333');
	check('in JSON', '"«a:%{ if V == \\"3\\" }three%{ endif }»"', 'a:three', 'docker-bake.json');

	for (const [title, item] of [
		['splats', `a${'[*].b'.repeat(20_000)}`], ['other splats', `a${'.*.b'.repeat(20_000)}`], ['names', `a${'.b'.repeat(50_000)}`], ['indexes', `a${'[0]'.repeat(30_000)}`],
		['conditions', `"${'%{ if true }'.repeat(10_000)}a${'%{ endif }'.repeat(10_000)}"`], ['loops that nobody ends', `"${'%{ for x in y }'.repeat(10_000)}"`],
	] as const) {
		it(`ends: ${title} without end`, () => {
			const { uses } = extractWith(bakeCard, 'docker-bake.hcl', `target "a" {\n  tags = ["b:1", ${item}]\n}\n`);
			assert.equal(uses[0]?.value, 'b:1');
		});
	}
});
