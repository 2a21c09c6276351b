import assert from 'node:assert/strict';
import { workflowCard } from '../../../src/core/extract/shell/cards.ts';
import { extractWith } from '../../support/expectUses.ts';

/** What a job's image can be, when it is this expression. */
function valuesOf(expression: string): readonly (string | undefined)[] {
	const { uses } = extractWith(workflowCard, '.github/workflows/a.yml', `jobs:
  a:
    container: >-
      \${{ ${expression} }}
    strategy:
      matrix: { known: ['a:1'], two: [1, 2] }
`);
	return uses.flatMap(({ value, alternatives }) => [value, ...alternatives.map(each => each.value)]);
}

describe('An expression of a workflow', () => {
	for (const [expression, ...values] of [
		['\'a:1\'', 'a:1'],
		['matrix.known', 'a:1'],
		['vars.EMPTY || \'a:2\'', 'a:2'],
		['null || \'a:2\'', 'a:2'],
		['false || \'a:2\'', 'a:2'],
		['true && \'a:2\' || \'a:3\'', 'a:2'],
		['!true && \'a:2\' || \'a:3\'', 'a:3'],
		['1 == 1 && \'a:2\' || \'a:3\'', 'a:2'],
		['\'x\' != \'X\' && \'a:2\' || \'a:3\'', 'a:3'],
		['matrix.known == \'a:1\' && \'a:2\' || \'a:3\'', 'a:2'],
		['format(\'{0}-{1}\', matrix.known, \'x\')', 'a:1-x'],
		['format(\'{0}-{7}\', matrix.known) && \'a:2\'', 'a:2'],
		['secrets.NAME || \'a:2\'', 'a:2'],
		['github.event.inputs.image || \'a:2\'', 'a:2'],
		['format(\'a:{0}\', matrix.two)', 'a:1', 'a:2'],
		['contains(github.ref, \'x\') && \'a:2\' || \'a:3\'', 'a:2', 'a:3'],
		['github.run_number > 7 && \'a:2\' || \'a:3\'', 'a:2', 'a:3'],
		['github.event[\'x\'] && \'a:2\' || \'a:3\'', 'a:2', 'a:3'],
		['always() && \'a:2\' || \'a:3\'', 'a:2', 'a:3'],
		['!github.x && (\'a:2\') || \'a:3\'', 'a:2', 'a:3'],
		['format(\'a:{0}\', github.x && \'2\' || \'3\')', 'a:2', 'a:3'],
	] as const) {
		it(`${expression} is ${values.join(' or ')}`, () => { assert.deepEqual(valuesOf(expression), values); });
	}

	for (const expression of [
		'github.x', 'needs.x.outputs.y || \'a\'', 'contains(\'a\', \'b\')', 'format(github.x)', 'format(\'a\'', '(\'a\'', 'github.event[\'x\'', '\'a\' \'b\'', '== \'a\'', '!', ')', '#',
		'format(\'{0}{1}\', github.a && \'1\' || github.b && \'2\' || github.c && \'3\' || github.d && \'4\' || \'5\', github.e && \'1\' || github.f && \'2\' || github.g && \'3\' || github.h && \'4\' || \'5\')',
		'github.x && github.y', 'true && github.x', `${'('.repeat(60)}'a'${')'.repeat(60)}`, `${'\'\' || '.repeat(60)}'a'`, `'${'a'.repeat(1000)}'`,
	]) {
		it(`${expression.slice(0, 40)} stays open`, () => { assert.deepEqual(valuesOf(expression), [undefined]); });
	}
});
