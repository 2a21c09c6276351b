import assert from 'node:assert/strict';
import { warningsOf } from '../../../../src/core/registry/verdicts/warningsOf.ts';
import { bench, ref } from '../testRegistry.ts';

describe('What a registry warns of', () => {
	const table: readonly (readonly [says: string, header: string | readonly string[] | undefined, texts: readonly string[]])[] = [
		['nothing', undefined, []],
		['a text', '299 - "This image is old"', ['This image is old']],
		['several headers', ['299 - "one"', '299 - "two"'], ['one', 'two']],
		['several in one header, as proxies join them', '299 - "one, and more", 299 - "two"', ['one, and more', 'two']],
		['the same text twice', ['299 - "one"', '299 - "one"'], ['one']],
		['escaped quotes', String.raw`299 - "say \"hello\" \\ bye"`, [String.raw`say "hello" \ bye`]],
		['another code', '199 - "miscellaneous"', []],
		['an agent', '299 proxy.example "one"', []],
		['a date behind', '299 - "one" "Wed, 21 Oct 2026 07:28:00 GMT"', []],
		['an open end', '299 - "one', []],
		['an empty text', '299 - ""', []],
		['a control character', '299 - "one\u0007"', []],
	];
	for (const [says, header, texts] of table) {
		it(says, () => { assert.deepEqual(warningsOf({ headers: header === undefined ? {} : { warning: header } }), texts); });
	}
	it('at most ten of them', () => {
		assert.equal(warningsOf({ headers: { warning: Array.from({ length: 50 }, (_, index) => `299 - "${index}"`) } }).length, 10);
	});

	const { fake, client } = bench();
	it('is in the evidence, whatever the answer is', async () => {
		const registry = await fake();
		registry.fault({}, { type: 'answer', status: 404, headers: { 'content-type': 'application/json', warning: '299 - "moves in May"' }, body: '{"errors":[{"code":"NAME_UNKNOWN","message":"unknown"}]}' });
		const { verdict, evidence } = await client().check(ref(`${registry.host}/demo/app:1.0`));
		assert.deepEqual([verdict, evidence.warnings], ['repository-missing', ['moves in May']]);
	});
});
