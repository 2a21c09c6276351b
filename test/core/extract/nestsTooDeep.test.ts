import assert from 'node:assert/strict';
import { nestsTooDeep } from '../../../src/core/extract/nestsTooDeep.ts';

describe('brackets that are open at once', () => {
	it('are counted up to the limit and no further', () => {
		assert.equal(nestsTooDeep('['.repeat(50), 50), false);
		assert.equal(nestsTooDeep('[{'.repeat(25) + '[', 50), true);
	});
	it('are no more for it when they were closed', () => {
		assert.equal(nestsTooDeep('{[]}'.repeat(1000), 2), false);
		assert.equal(nestsTooDeep('', 0), false);
	});
});
