import { bakeCard } from '../../../src/core/extract/bake/card.ts';
import { expectUses } from '../../support/expectUses.ts';

function check(title: string, marked: string, expected: readonly string[]): void {
	it(title, () => { expectUses(bakeCard, 'docker-bake.hcl', marked, expected); });
}

describe('Bake: inline Dockerfiles', () => {
	check('as a heredoc', 'target "a" {\n  dockerfile-inline = <<EOT\nFROM «alpine:3» AS b\nCOPY --from=«c:1» /a /b\nFROM «b»\nEOT\n}\n', [
		'bake-inline-from image docker.io/library/alpine:3', 'bake-inline-copy-from image docker.io/library/c:1', 'bake-inline-from stage -',
	]);
	check('as a text', 'target "a" {\n  dockerfile-inline = "FROM «alpine:3»\\nRUN true"\n}\n', ['bake-inline-from image docker.io/library/alpine:3']);
	check('with a variable of the bake file', 'variable "V" { default = "3" }\ntarget "a" {\n  dockerfile-inline = "FROM «alpine:${V}»\\n"\n}\n', ['bake-inline-from image docker.io/library/alpine:3']);
	check('with the arguments of its target', 'target "a" {\n  args = { V = "4" }\n  dockerfile-inline = <<EOT\nARG V=3\nFROM «alpine:$V»\nEOT\n}\n', ['bake-inline-from image docker.io/library/alpine:4']);
	check('what a variable leaves open stays open, the rest is read', 'variable "V" {}\ntarget "a" {\n  dockerfile-inline = <<EOT\nARG W=${V}\nFROM «alpine:${V}» AS a\nFROM «alpine:$W»\nFROM «b:1»\nEOT\n}\n', [
		'bake-inline-from variable -', 'bake-inline-from variable -', 'bake-inline-from image docker.io/library/b:1',
	]);
	check('a variable that holds a whole instruction is the place of its image', 'variable "X" { default = "FROM a:1\\n" }\ntarget "a" {\n  dockerfile-inline = "«${X}»COPY --from=«c:1» / /"\n}\n', [
		'bake-inline-from image docker.io/library/a:1', 'bake-inline-copy-from image docker.io/library/c:1',
	]);
	check('each value of a matrix', 'target "a" {\n  matrix = {v = ["1", "2"]}\n  dockerfile-inline = "FROM «a:${v}»"\n}\n', ['bake-inline-from image docker.io/library/a:1']);
});
