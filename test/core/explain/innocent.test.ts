import assert from 'node:assert/strict';
import { explain } from '../../../src/core/explain/explain.ts';
import { innocentTexts } from './texts/innocent.ts';
import { innocentBuilds } from './texts/innocentBuilds.ts';
import { innocentReports } from './texts/innocentReports.ts';
import { innocentServices } from './texts/innocentServices.ts';

describe('explain: nothing is said of innocent output', () => {
	for (const [tool, text] of [...innocentTexts, ...innocentBuilds, ...innocentReports, ...innocentServices]) {
		it(`${tool}: ${text.replace(/\s+/g, ' ').slice(0, 80)}`, () => {
			assert.deepEqual(explain(text).matches.map(({ code, line, text: said }) => `${code}, line ${line}: ${said}`), []);
		});
	}
});
