import assert from 'node:assert/strict';
import { builtStages } from '../../../src/core/diagnoses/support/builtStages.ts';
import { dockerfileCard } from '../../../src/core/extract/dockerfile/card.ts';
import { composeCard } from '../../../src/core/extract/compose/card.ts';
import { extractWith } from '../../support/expectUses.ts';

const text = 'FROM alpine:3 AS Base\nFROM base AS tools\nFROM alpine:3 AS other\nFROM tools\nCOPY --from=other /a /a\n';

describe('Stages that a build is made of', () => {
	for (const [what, target, expected] of [
		['the last, and what it begins with', undefined, [3, 1, 0]], ['a named one, in any case', 'TOOLS', [1, 0]], ['a number', '2', [2]], ['a number that begins with another', '1', [1, 0]],
		['none of an unknown name', 'nope', []], ['none of a number too high', '4', []],
	] as const) {
		it(what, () => { assert.deepEqual(builtStages(extractWith(dockerfileCard, 'Dockerfile', text), target), expected); });
	}

	it('the last of a name that stands twice', () => {
		assert.deepEqual(builtStages(extractWith(dockerfileCard, 'Dockerfile', 'FROM alpine:3 AS a\nFROM alpine:4 AS a\nFROM a\n'), undefined), [2, 1]);
	});

	it('none of a file without stages', () => {
		assert.deepEqual(builtStages(extractWith(composeCard, 'compose.yaml', 'services: {}\n'), undefined), []);
		assert.deepEqual(builtStages(extractWith(composeCard, 'compose.yaml', 'services: {}\n'), 'a'), []);
	});
});
