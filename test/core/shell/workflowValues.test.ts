import assert from 'node:assert/strict';
import { workflowCard } from '../../../src/core/extract/shell/cards.ts';
import type { ImageUse } from '../../../src/core/model/index.ts';
import { expectUses, extractWith } from '../../support/expectUses.ts';

const file = '.github/workflows/a.yml';

function values({ value, alternatives }: ImageUse): readonly (string | undefined)[] {
	return [value, ...alternatives.map(each => each.value)];
}

function valuesIn(text: string): readonly (readonly (string | undefined)[])[] {
	return extractWith(workflowCard, file, text).uses.map(values);
}

function matrixOf(matrix: string): readonly (string | undefined)[] {
	return valuesIn(`jobs:\n  a:\n    strategy:\n      matrix: ${matrix}\n    container: r/x:\${{ matrix.v }}\n`)[0]!;
}

describe('values that a workflow itself gives', () => {
	it('env of workflow, job and step, by expression and by variable', () => {
		expectUses(workflowCard, file, `env: {TAG: "1", REG: ghcr.io, OPEN: "\${{ github.sha }}"}
jobs:
  a:
    env: {IMG: "\${{ env.REG }}/a/b"}
    container: «x:\${{ env.TAG }}»
    steps:
      - run: docker pull «\${{ env.IMG }}:\${{env.TAG}}»
      - run: docker pull «$IMG:\${{ env.OPEN }}»
      - env: {TAG: 2}
        run: docker pull «$IMG:$TAG»
      - run: docker pull «$IMG:$TAG»
      - uses: docker/build-push-action@v6
        with: {tags: "«\${{ env.IMG }}:3»"}
`, ['workflow-container variable -', 'command-pull image ghcr.io/a/b:1', 'command-pull variable -', 'command-pull image ghcr.io/a/b:2', 'command-pull image ghcr.io/a/b:1', 'workflow-tag build-output ghcr.io/a/b:3']);
	});

	it('what a step hands on by GITHUB_ENV is known where it is a plain text, and only once', () => {
		expectUses(workflowCard, file, `env: {TAG: 1, B: 1}
jobs:
  a:
    steps:
      - run: echo "TAG=2" >> "$GITHUB_ENV"
      - run: docker pull «a:$TAG»
      - run: docker pull «a:\${{ env.TAG }}» «b:$B»
`.replace(' «b:$B»', ''), ['command-pull image docker.io/library/a:2', 'command-pull image docker.io/library/a:2']);
		for (const run of ['echo "TAG=$X" >> "$GITHUB_ENV"', '|\n          echo "TAG=2" >> $GITHUB_ENV\n          [ $X ] && echo "TAG=$Y" >> $GITHUB_ENV', '|\n          if x; then\n            echo "TAG=2" >> $GITHUB_ENV\n          fi']) {
			expectUses(workflowCard, file, `env: {TAG: 1}\njobs:\n  a:\n    steps:\n      - run: ${run}\n      - run: docker pull «a:$TAG»\n`, ['command-pull variable -']);
		}
	});

	it('what steps and jobs hand on by GITHUB_OUTPUT is known too', () => {
		const facts = expectUses(workflowCard, file, `jobs:
  a:
    outputs: {tag: "\${{ steps.v.outputs.tag }}", sha: "\${{ steps.v.outputs.sha }}"}
    steps:
      - id: v
        run: |
          VERSION=1.2
          {
            echo "tag=v$VERSION"
            echo "sha=$GITHUB_SHA"
          } >> "$GITHUB_OUTPUT"
          if [ "$X" ]; then echo "kind=slim" >> $GITHUB_OUTPUT; else echo kind=full >> $GITHUB_OUTPUT; fi
      - run: docker pull «a:\${{ steps.v.outputs.tag }}»
      - run: docker pull «a:\${{ steps.v.outputs.kind }}»
  b:
    needs: a
    container: «a:\${{ needs.a.outputs.tag }}»
    steps:
      - run: docker pull «a:\${{ needs.a.outputs.sha }}»
`, ['command-pull image docker.io/library/a:v1.2', 'command-pull image docker.io/library/a:slim', 'workflow-container image docker.io/library/a:v1.2', 'command-pull variable -']);
		assert.deepEqual(facts.uses[1]?.alternatives.map(({ value }) => value), ['a:full']);
	});

	it('defaults of inputs, where all triggers agree', () => {
		expectUses(workflowCard, file, `on:
  workflow_dispatch: {inputs: {image: {default: a:1}, both: {default: x}, none: {type: string}}}
  workflow_call: {inputs: {both: {default: y}}}
jobs:
  a:
    container: «\${{ inputs.image }}»
    steps:
      - run: docker pull «\${{ inputs.both }}»
      - run: docker pull «\${{ inputs.none }}»
`, ['workflow-container image docker.io/library/a:1', 'command-pull variable -', 'command-pull variable -']);
		expectUses(workflowCard, 'action.yml', 'inputs:\n  i: {default: "a:1"}\nruns:\n  using: composite\n  steps:\n  - shell: bash\n    run: docker pull «${{ inputs.i }}»\n', ['command-pull image docker.io/library/a:1']);
	});

	for (const [matrix, expected] of [
		['{v: [1, "2"]}', ['r/x:1', 'r/x:2']],
		['{v: [1, 2], os: [a, b]}', ['r/x:1', 'r/x:2']],
		['{v: [1, 2], exclude: [{v: 2}]}', ['r/x:1']],
		['{v: [1, 2], os: [a, b], exclude: [{v: 2, os: a}]}', ['r/x:1', 'r/x:2']],
		['{v: [1], include: [{v: 3}]}', ['r/x:1', 'r/x:3']],
		['{os: [a, b], include: [{os: a, v: 4}, {os: b, v: 5}]}', ['r/x:4', 'r/x:5']],
		['{include: [{v: 1}, {v: 2}]}', ['r/x:1', 'r/x:2']],
		['{os: [a], include: [{v: 7}]}', ['r/x:7']],
		['{v: ["${{ vars.X }}", 2]}', ['r/x:2']],
		['{v: "${{ fromJSON(vars.X) }}"}', [undefined]],
		['"${{ fromJSON(vars.X) }}"', [undefined]],
		[`{v: [${Array.from({ length: 70 }, (_, index) => index).join()}]}`, [undefined]],
		[`{v: [${Array.from({ length: 70 }, (_, index) => index).join()}], w: [${Array.from({ length: 70 }, (_, index) => index).join()}]}`, [undefined]],
	] as const) {
		it(`matrix: ${matrix.slice(0, 70)}`, () => { assert.deepEqual(matrixOf(matrix), expected); });
	}

	it('maps in a matrix, services, scripts and build arguments follow the same round', () => {
		const text = `jobs:
  a:
    strategy: {matrix: {c: [{n: a, t: 1}, {n: b, t: 2}]}}
    services: {s: {image: "\${{ matrix.c.n }}:\${{ matrix.c.t }}"}}
    steps:
      - env: {I: "\${{ matrix.c.n }}"}
        run: docker pull $I:\${{ matrix.c.t }}
      - uses: docker/build-push-action@v6
        with: {build-args: "V=\${{ matrix.c.t }}", tags: "x/\${{ matrix.c.n }}"}
      - if: matrix.c.t == 1
        run: docker pull \${{ matrix.c.n }}
`;
		assert.deepEqual(valuesIn(text), [['a:1', 'b:2'], ['a:1', 'b:2'], ['x/a', 'x/b'], [undefined]]);
		const facts = extractWith(workflowCard, file, text);
		assert.equal(facts.steps.length, 1);
		assert.deepEqual(facts.builds.map(({ args }) => args[0]?.value), ['1', '2']);
	});

	it('a step for cmd.exe is read as it reads', () => {
		expectUses(workflowCard, file, 'jobs:\n  a:\n    steps:\n      - shell: cmd\n        run: |\n          set T=1\n          docker build ^\n            -t «a:%T%» .\n      - shell: python\n        run: docker pull no\n', ['command-tag build-output docker.io/library/a:1']);
	});

	it('an image of a builder that an expression gives', () => {
		expectUses(workflowCard, file, 'env: {B: "moby/buildkit:1"}\njobs:\n  a:\n    steps:\n      - uses: docker/setup-buildx-action@v3\n        with: {driver-opts: "network=host,image=«${{ env.B }}»"}\n', ['workflow-image image docker.io/moby/buildkit:1']);
	});
});
