import assert from 'node:assert/strict';
import { shellCard } from '../../../src/core/extract/shell/cards.ts';
import type { ImageUse } from '../../../src/core/model/index.ts';
import { commandFactsOf } from '../../support/commands.ts';
import { expectUses } from '../../support/expectUses.ts';

/** Every value of a use, in order. */
function valuesOf({ value, alternatives }: ImageUse): readonly (string | undefined)[] {
	return [value, ...alternatives.map(each => each.value)];
}

function allValues(script: string): readonly (readonly (string | undefined)[])[] {
	return commandFactsOf(script).uses.map(valuesOf);
}

describe('a loop over a list that the script itself writes', () => {
	it('gives a reference all its values, and the place of each', () => {
		const facts = expectUses(shellCard, 'a.sh', 'for t in 1 "2"; do\n  docker push r/a:«$t»\ndone\n'.replace('r/a:«$t»', '«r/a:$t»'), ['command-push build-output docker.io/r/a:1']);
		const [use] = facts.uses;
		assert.deepEqual(use && valuesOf(use), ['r/a:1', 'r/a:2']);
		assert.deepEqual(use?.alternatives[0]?.variables.map(({ name, source }) => [name, source && facts.text.slice(source.span.start, source.span.end)]), [['t', '"2"']]);
		assert.equal(facts.commands.length, 1);
	});

	it('carries on through variables of the loop, and loops in loops', () => {
		assert.deepEqual(allValues('for r in a b; do for t in 1 2; do I=$r/x:$t; docker pull "$I"; done; done'), [['a/x:1', 'a/x:2', 'b/x:1', 'b/x:2']]);
	});

	for (const [script, values] of [
		['L="a:1 b:2"; for i in $L; do docker pull $i; done', ['a:1', 'b:2']],
		['L=(a:1 b:2); for i in "${L[@]}"; do docker pull $i; done', ['a:1', 'b:2']],
		['declare -a L=(a:1 "b:2"); for i in ${L[*]}; do docker pull $i; done', ['a:1', 'b:2']],
		['for i in a:{1,2}; do docker pull $i; done', ['a:1', 'a:2']],
		['L=(a:1 b:2); docker pull ${L[1]} ', ['b:2']],
		['L=(a:1 b:2); docker pull $L ', ['a:1']],
		['for i in a:1 a:1; do docker pull $i; done', ['a:1']],
		['L=(a); L+=(b); for i in "${L[@]}"; do docker pull $i; done', ['a', 'b']],
		['declare -A L=([x]=a [y]="b"); for i in "${L[@]}"; do docker pull $i; done', ['a', 'b']],
		['declare -A L=([x]=a [y]=b); for i in "${!L[@]}"; do docker pull ${L[$i]}; done', ['a', 'b']],
		['for i in a b; do [ $i = a ] && continue; docker pull $i; done', ['b']],
		['for i in a b c; do [[ $i != b* ]] || break; docker pull $i; done', ['a']],
		['for i in a b; do if [ $i = a ]; then docker pull $i; fi; done', ['a']],
		['for i in a b c; do case "$i" in a|c) docker pull $i;; esac; done', ['a', 'c']],
		['for i in a b; do [ "$i" = a ] && docker pull $i; done', ['a']],
		['for i in a b; do :; done; docker pull $i', ['b']],
		['A=(); for i in a b; do A+=(-t $i); done; docker build "${A[@]}" .', ['a', 'b']],
		['for i in a b; do j=$i:1; [[ $j = a:1 ]] && docker pull $i; done', ['a']],
	] as const) {
		it(`knows the list in ${script}`, () => { assert.deepEqual(allValues(script), [values]); });
	}

	for (const script of [
		'for i in a "$1"; do docker pull $i; done',
		'for i in *.txt; do docker pull $i; done',
		'for i; do docker pull $i; done',
		'for i in $(cat list); do docker pull $i; done',
		'for i in "${!L[@]}"; do docker pull $i; done',
		`for i in ${'a '.repeat(51)}; do docker pull $i; done`,
		'for i in a b; do [ -f $i ] && continue; docker pull $i; done',
		'for i in a b; do if grep -q $i x; then continue; fi; docker pull $i; done',
		'while read -r i; do :; done <<< "a"; docker pull $i',
		'for i in a b; do T=$i; [ -f x ] && break; done; docker pull $T',
	]) {
		it(`knows no value in ${script.slice(0, 80)}`, () => { assert.deepEqual(allValues(script), [[undefined]]); });
	}

	it('a condition that asks for something else changes nothing', () => {
		assert.deepEqual(allValues('for i in a b; do if [ -n "$CI" ]; then docker pull $i || break; fi; done'), [['a', 'b']]);
	});

	it('what the loop pushes is built here, in every round', () => {
		assert.deepEqual(commandFactsOf('for i in a b; do docker push r/$i; done\ndocker pull r/b').uses.map(use => use.class), ['build-output', 'build-output']);
	});

	it('build arguments of all rounds reach the Dockerfile', () => {
		const { builds } = commandFactsOf('for v in 1 2; do docker build --build-arg V=$v -f Dockerfile .; done', { folders: [''] });
		assert.deepEqual(builds.map(({ args }) => args[0]?.value), ['1', '2']);
	});

	it('loops in loops without end cost no more than the text is long', () => {
		const list = 'for i in 1 2 3 4 5 6 7 8 9; do\n';
		const script = `${list.repeat(12)}docker pull a:$i\n${'done\n'.repeat(12)}docker pull last`;
		assert.equal(commandFactsOf(script).uses.at(-1)?.value, 'last');
	});
});
