import assert from 'node:assert/strict';
import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';
import type { ExtractOptions } from '../../support/expectUses.ts';

const file = 'app/docker-bake.hcl';
const tag = 'bake-tag build-output ';

function check(title: string, text: string, expected: readonly string[], options?: ExtractOptions, name = file): void {
	it(title, () => { expectUses(bakeCard, name, text, expected, options); });
}

describe('Bake: tags, contexts, caches', () => {
	check('tags of a target', 'target "a" {\n  tags = ["«a:1»", "«r.io/a:2»"] # x\n}\n', [`${tag}docker.io/library/a:1`, `${tag}r.io/a:2`]);
	check('over several lines with comments', 'target "a" {\n  tags = [\n    // "no:1",\n    "«a:1»", /* no:2 */\n  ]\n}\n', [`${tag}docker.io/library/a:1`]);
	check('contexts that are images', 'target "a" {\n  contexts = {\n    base = "docker-image://«alpine:3»"\n    "x/y" = "docker-image://«b:1»", t = "target:b"\n    d = "../d"\n  }\n}\n', ['bake-context image docker.io/library/alpine:3', 'bake-context image docker.io/library/b:1']);
	check('caches as texts and as objects', 'target "a" {\n  cache-from = ["type=registry,ref=«a:c»", "«b:c»", "type=gha", {type = "registry", ref = "«c:c»"}]\n  cache-to = ["type=registry,mode=max,ref=«a:c»"]\n}\n', ['a', 'b', 'c'].map(name => `bake-cache image docker.io/library/${name}:c`).concat('bake-cache build-output docker.io/library/a:c'));
	check('heredocs and escapes', 'target "a" {\n  tags = [<<-E\n    «x:1\n»  E\n  , "«b\\u003a1»"]\n}\n', ['bake-tag invalid -', `${tag}docker.io/library/b:1`]);
	check('groups and other blocks name nothing', 'group "default" {\n  targets = ["a:1"]\n}\nvariable "X" { default = "no:1" }\n', []);
});

describe('Bake: variables and functions', () => {
	const variables = 'variable "REG" { default = "r.io" }\nvariable "TAG" {\n  default = "1"\n}\nvariable "NONE" {}\nvariable "FULL" { default = "${REG}/a:${TAG}" }\nvariable "EMPTY" { default = "" }\n';
	check('defaults, also through each other', `${variables}target "a" { tags = ["«\${REG}/a:\${TAG}»", «FULL»] }\n`, [`${tag}r.io/a:1`, `${tag}r.io/a:1`]);
	check('the environment wins', `${variables}target "a" { tags = ["«a:\${TAG}»"] }\n`, [`${tag}docker.io/library/a:2`], { environment: { TAG: '2' } });
	check('a variable without default stays open', `${variables}target "a" { tags = ["«a:\${NONE}»"] }\n`, ['bake-tag variable -']);
	check('a variable made of itself stays open', 'variable "A" { default = "${A}" }\ntarget "a" { tags = ["«a:${A}»"] }\n', ['bake-tag variable -']);
	check('conditions take the branch that holds', `${variables}target "a" { tags = [EMPTY != "" ? "no:1" : "«a:1»", notequal("", EMPTY) ? "no:2" : "", TAG == "1" ? "«b:1»" : "no:3", TAG == 1 ? "no:4" : "«c:1»"] }\n`, [`${tag}docker.io/library/a:1`, `${tag}docker.io/library/b:1`, `${tag}docker.io/library/c:1`]);
	check('the environment gives a number or a condition where the default is one', 'variable "N" { default = 1 }\nvariable "B" { default = false }\nvariable "C" { default = true }\ntarget "a" { tags = [N == 2 ? "«a:${N + 1}»" : "no:1", B ? "«b:1»" : "no:2", C ? "no:3" : "«c:1»"] }\n', [`${tag}docker.io/library/a:3`, `${tag}docker.io/library/b:1`, `${tag}docker.io/library/c:1`], { environment: { N: '2', B: 'true', C: '0' } });
	check('the environment gives what is no number', 'variable "N" { default = 1 }\nvariable "B" { default = false }\ntarget "a" { tags = ["«a:${N}»", B ? "«b:1»" : "«b:2»"] }\n', ['bake-tag variable -', `${tag}docker.io/library/b:1`, `${tag}docker.io/library/b:2`], { environment: { N: 'x', B: 'x' } });
	check('own and standard functions', 'function "t" {\n  params = [n]\n  variadic_params = v\n  result = "r.io/${n}:${join("-", v)}"\n}\ntarget "a" { tags = [«t("a", "1", "2")», "«${lower("A")}:${replace("x/y", "/", "-")}»"] }\n', [`${tag}r.io/a:1-2`, `${tag}docker.io/library/a:x-y`]);
	check('functions that depend on the time stay open', 'target "a" { tags = ["«a:${timestamp()}»"] }\n', ['bake-tag variable -']);
	check('functions that call themselves end', 'function "f" {\n  params = [x]\n  result = f(x)\n}\ntarget "a" { tags = [«f("x")»] }\n', ['bake-tag variable -']);
	check('lists put together', 'target "a" { tags = concat(["«a:1»"], ["«b:1»"]) }\n', [`${tag}docker.io/library/a:1`, `${tag}docker.io/library/b:1`]);
	check('literal dollars', 'target "a" { tags = ["«a:$${x}»"] }\n', ['bake-tag invalid -']);

	it('a matrix gives further values', () => {
		const { uses } = extractWith(bakeCard, file, 'target "a" {\n  name = "a-${v}"\n  matrix = { v = ["1", "2"] }\n  tags = ["a:${v}"]\n}\n');
		assert.deepEqual(uses.map(({ value, alternatives }) => [value, alternatives.map(one => one.value)]), [['a:1', ['a:2']]]);
	});

	it('names where a value comes from', () => {
		const text = 'variable "TAG" { default = "1" }\ntarget "a" { tags = ["a:${TAG}"] }\n';
		const [variable] = extractWith(bakeCard, file, text).uses[0]?.variables ?? [];
		assert.equal(variable?.origin, 'bake-variable');
		assert.equal(text.slice(variable.source?.span.start, variable.source?.span.end), '1');
	});
});

describe('Bake: builds and other files', () => {
	it('leads to Dockerfiles, inherited values below own ones', () => {
		const text = 'target "_b" {\n  args = { V = "1" }\n  platforms = ["linux/amd64"]\n  target = "x"\n}\ntarget "a" {\n  inherits = ["_b"]\n  context = "src"\n  dockerfile = "D"\n  target = "y"\n}\n';
		const { builds } = extractWith(bakeCard, file, text);
		assert.equal(builds.length, 1);
		assert.equal(builds[0]?.dockerfile, 'app/src/D');
		assert.equal(builds[0].target, 'y');
		assert.deepEqual(builds[0].platforms, ['linux/amd64']);
		assert.deepEqual(builds[0].args.map(({ name, value }) => [name, value]), [['V', '1']]);
	});

	it('does not look for the Dockerfile of a remote context', () => {
		assert.deepEqual(extractWith(bakeCard, file, 'target "a" { context = "https://github.com/a/b.git" }\n').builds, []);
	});

	check('an override file knows the variables of the file below', 'target "a" { tags = ["«a:${TAG}»"] }\n', [`${tag}docker.io/library/a:7`], { files: { 'app/docker-bake.hcl': 'variable "TAG" { default = "7" }\n' } }, 'app/docker-bake.override.hcl');
	check('JSON', '{"variable": {"T": {"default": "1"}}, "target": {"a": {"tags": ["«a:${T}»", "«b:1»"], "contexts": {"x": "docker-image://«c:1»"}}}}', [`${tag}docker.io/library/a:1`, `${tag}docker.io/library/b:1`, 'bake-context image docker.io/library/c:1'], {}, 'docker-bake.json');

	it('keeps attest and output for checks', () => {
		const { entries } = extractWith(bakeCard, file, 'target "a" {\n  attest = ["type=provenance,disabled=true"]\n  output = ["type=image,push=true"]\n}\n');
		assert.deepEqual(entries.map(({ path, value }) => [path, value]), [
			['bakeTarget', { name: 'a', outputs: ['type=image,push=true'], attested: false }],
			['bakePush', { targets: [{ name: 'a', outputs: ['type=image,push=true'], attested: false }], outputs: [{ value: 'type=image,push=true', span: { start: 71, end: 91 } }], attestSpan: { start: 24, end: 57 } }],
		]);
	});

	for (const text of ['target "a" {\n  tags = [', 'target "a" { tags = ["a', '"${"${"${', 'target', 'a = {', 'x = [for a in b : c]', '<<E', 'target "a" {'.repeat(500), '('.repeat(5000), '!'.repeat(5000), 'a = ' + '"${'.repeat(3000)]) {
		it(`ends for ${JSON.stringify(text.slice(0, 30))}`, () => { assert.equal(extractWith(bakeCard, file, text).kind, 'bake'); });
	}
});
