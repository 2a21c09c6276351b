import assert from 'node:assert/strict';
import { isSameVersion, nearestTags, newestVersions } from '../../../src/core/diagnoses/support/nearestTags.ts';

describe('The nearest tags', () => {
	const table: readonly (readonly [what: string, wanted: string, tags: string, nearest: string])[] = [
		['the same with v comes first', '3.8.5', 'v3.8.4 v3.8.5 v3.8.6 latest', 'v3.8.5 v3.8.6 v3.8.4'],
		['the same without v comes first', 'v1.2.0', '1.1.9 1.2.0 1.2.1', '1.2.0 1.2.1'],
		['a misspelt variant', '20-alpin', '22-alpine 20-alpine 20-slim 20', '20-alpine'],
		['the variant is kept', '20.1-alpine', '20-alpine 20.2-alpine 20.2 21-alpine', '20.2-alpine'],
		['the same major when the minor is not there', '7.9', '6.2 7.0 7.2 7.4', '7.4 7.2 7.0'],
		['a word with a slip', 'bookwrom', 'bookworm bullseye trixie', 'bookworm'],
		['letters of another case', '2.0-rc1', '2.0-RC1 2.0', '2.0-RC1'],
		['nothing when nothing is near', 'nightly', '1.0 2.0', ''],
		['a slip in the variant of another version', '1.2-alpin', '1.2-alpine 1.1-alpine 1.2.5-slim', '1.2-alpine 1.1-alpine'],
		['a slip that adds a suffix', '20x', '20 21 20-slim', '20'],
		['as near as each other: in order of their letters', 'abcdef', 'abcdex abcdey', 'abcdex abcdey'],
		['longer versions first', '1.2', '1.2.0 1.2.0.1 1.3', '1.2.0 1.2.0.1'],
		['never signatures', '1.0', `sha256-${'a'.repeat(64)}.sig 1.1`, '1.1'],
	];
	for (const [what, wanted, tags, nearest] of table) {
		it(`${what}: ${wanted}`, () => {
			const found = nearestTags(wanted, tags.split(' '));
			assert.deepEqual(found.slice(0, nearest === '' ? 1 : nearest.split(' ').length), nearest === '' ? [] : nearest.split(' '));
		});
	}

	it('that are versions alone: the newest first, dates only where there is nothing else', () => {
		assert.deepEqual(newestVersions(['1.2', '20240101', '1.10', 'latest', '1.10-alpine', '1.2.1']), ['1.10', '1.2.1', '1.2']);
		assert.deepEqual(newestVersions(['20240101', '20240301', 'x']), ['20240301', '20240101']);
	});
	it('are at most three', () => assert.equal(nearestTags('1.0', ['1.0.1', '1.0.2', '1.0.3', '1.0.4']).length, 3));
	it('take a moment for ten thousand tags', () => {
		const tags = Array.from({ length: 10_000 }, (_, index) => `${index >> 6}.${index & 63}.0-alpine3.${index % 20}`);
		const started = performance.now();
		assert.equal(nearestTags('77.3.1-alpine3.4', tags).length, 3);
		assert.ok(performance.now() - started < 1000);
	});
	it('are safe to take when only the spelling differs', () => {
		assert.ok(isSameVersion('3.8.5', 'v3.8.5'));
		assert.ok(isSameVersion('20-alpin', '20-alpine'));
		assert.ok(!isSameVersion('23-slim', '24-slim'));
		assert.ok(!isSameVersion('3.8', '3.8.1'));
	});
});
