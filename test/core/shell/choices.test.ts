import assert from 'node:assert/strict';
import { makefileCard, workflowCard } from '../../../src/core/extract/shell/cards.ts';
import type { ExtractCard } from '../../../src/core/extract/card.ts';
import type { ImageUse } from '../../../src/core/model/index.ts';
import { commandFactsOf } from '../../support/commands.ts';
import { extractWith } from '../../support/expectUses.ts';

function valuesOf(uses: readonly ImageUse[]): readonly (readonly (string | undefined)[])[] {
	return uses.map(({ value, alternatives }) => [value, ...alternatives.map(each => each.value)]);
}

function inScript(script: string): readonly (readonly (string | undefined)[])[] {
	return valuesOf(commandFactsOf(script).uses);
}

function inFile(card: ExtractCard, file: string, text: string): readonly (readonly (string | undefined)[])[] {
	return valuesOf(extractWith(card, file, text).uses);
}

describe('a variable that a condition decides has all its values', () => {
	for (const [script, ...values] of [
		['if [ "$CI" ]; then I=a:1; else I=b:2; fi; docker pull $I', 'a:1', 'b:2'],
		['I=a:1; if [ "$CI" ]; then I=b:2; fi; docker pull $I', 'b:2', 'a:1'],
		['if x; then T=1; elif y; then T=2; else exit 1; fi; docker pull a:$T', 'a:1', 'a:2'],
		['case $x in a) T=1;; *) T=2;; esac; J=a:$T; docker pull $J-x', 'a:1-x', 'a:2-x'],
		['case $x in a) T=1;; b) T=2;; *) echo no; exit 1;; esac; docker pull a:$T', 'a:1', 'a:2'],
		['case $x in a) T=1;; b) T=2;; esac; docker pull a:$T', 'a:1', 'a:2'],
		['T=0; case $x in a) T=1;; esac; docker pull a:$T', 'a:1', 'a:0'],
		['if x; then R=a; T=1; else R=b; T=2; fi; docker pull $R:$T', 'a:1', 'b:2'],
		['if x; then R=a; T=1; else R=b; T=2; fi; export I=$R:$T; docker pull "$I"', 'a:1', 'b:2'],
		['I=a:1; [ "$CI" ] && I=b:2; docker pull $I', 'b:2', 'a:1'],
		['[ "$CI" ] && I=b:2 || I=a:1; docker pull $I', 'b:2', 'a:1'],
		['[ "$CI" ] && I=b:2; docker pull $I', 'b:2'],
		['if [ -z "$I" ]; then I=a:1; fi; docker pull $I', 'a:1'],
		['if x; then T=1; else T=2; fi; if y; then T=$T-z; fi; docker pull a:$T', 'a:1-z', 'a:2-z', 'a:1', 'a:2'],
		['if x; then I=a:1; else I=b:2; fi; if ! docker image inspect $I; then docker pull $I; fi', 'a:1', 'b:2'],
		['if x; then I=a:1; else I=b:2; fi; bash -c "docker pull $I"', 'a:1', 'b:2'],
	] as const) {
		it(`in ${script}`, () => { assert.deepEqual(inScript(script).at(-1), values); });
	}

	for (const script of [
		'if x; then I=a:1; else I=$1; fi; docker pull $I',
		'if x; then I=a:1; fi; docker pull $I',
		'case $x in a) I=a:1;; b) I=$1;; esac; docker pull $I',
		'if [ "$CI" ]; then T=1; else T=2; fi; if [ "$CI" ]; then docker pull a:$T; fi',
		'if x; then T=1; else T=2; fi; if [ $T = 1 ]; then docker pull a:$T; fi',
		`if x; then T=1; else T=2; fi; ${['a', 'b', 'c', 'd'].map(name => `if ${name}; then T=$T${name}; fi;`).join(' ')} docker pull a:$T`,
	]) {
		it(`unless nobody knows one of them, or which of them goes on: ${script.slice(0, 80)}`, () => { assert.deepEqual(inScript(script), [[undefined]]); });
	}

	it('many conditions cost no more than the script is long', function () {
		this.timeout(10_000);
		const script = Array.from({ length: 1000 }, (_, index) => `if [ "$A${index}" ]; then T${index}=1; else T${index}=2; fi\n`).join('');
		assert.deepEqual(inScript(`${script}docker pull a:$T1`), [['a:1', 'a:2']]);
	});

	it('by ifeq, ifdef and their like in a Makefile', () => {
		assert.deepEqual(inFile(makefileCard, 'Makefile', `ifeq ($(CI),1)
R = a
T = 1
else ifdef X
R = b
T = 2
else
R = c
T = 3
endif
ifndef D
D = d
endif
ifeq ($(E),)
E = e
endif
F = f
ifdef X
F = g
endif
N := $(F):1
F = late
LIST = h:1 \\
  h:2
x:
	docker pull $(R):$(T)
	docker pull $(D) && docker pull $(E)
	docker pull $(F) && docker pull $(N)
	for i in $(LIST); do docker pull $$i; done
`), [['a:1', 'b:2', 'c:3'], ['d'], ['e'], ['late'], ['g:1', 'f:1'], ['h:1', 'h:2']]);
	});

	it('the same condition twice goes one way', () => {
		const condition = (name: string): string => `ifeq ($(CI),1)\n${name} = 1\nelse\n${name} = 2\nendif\n`;
		assert.deepEqual(inFile(makefileCard, 'Makefile', `${condition('A')}${condition('B')}x:\n\tdocker pull a:$(A)-$(B)\n`), [['a:1-1', 'a:2-2']]);
	});

	it('by && and || in expressions of a workflow', () => {
		assert.deepEqual(inFile(workflowCard, '.github/workflows/a.yml', `jobs:
  a:
    env:
      T: \${{ github.ref == 'refs/heads/main' && '1' || '2' }}
    container: \${{ github.event_name == 'push' && 'a:1' || inputs.image || 'b:2' }}
    services:
      one: { image: "a:\${{ inputs.tag || '3' }}" }
      two: { image: "\${{ format('{0}:{1}', 'a', 4) }}" }
      three: { image: "\${{ steps.x.outputs.y || 'a' }}" }
      four: { image: "\${{ (github.x && 'a') }}" }
      five: { image: "\${{ github.x && 'a' || 'b' }}:\${{ github.x && '1' || '2' }}" }
      six: { image: "\${{ ('' || !false) && 'it''s' == 'IT''S' && 'a:5' }}" }
      seven: { image: "\${{ broken && ( }}" }
    steps:
      - run: docker pull a:$T && docker push a:\${{ env.T }}
`), [['a:1', 'b:2'], ['a:3'], ['a:4'], [undefined], ['a'], ['a:1', 'b:2'], ['a:5'], [undefined], ['a:1', 'a:2'], ['a:1', 'a:2']]);
	});

	it('a Makefile that sets one variable without end costs no more than it is long', function () {
		this.timeout(10_000);
		const text = `${'V := $(W)1\nifeq ($(A),1)\nV = 1\nendif\n'.repeat(15_000)}x:\n\tdocker pull a:$(V)\n`;
		assert.equal(inFile(makefileCard, 'Makefile', text).length, 1);
	});
});
