import assert from 'node:assert/strict';
import { newerTag } from '../../../src/vscode/view/newerTag.ts';

describe('The newer tag above a reference', () => {
	const golang = ['1.24', '1.24.9', '1.25', '1.25.1', '1.25.2', '1.25.10', '1.26-rc.1', '1.25.3-alpine', '1.25.3-alpine3.20', '1.25.1-alpine3.19', 'latest', '2.0.0', '1.25.99-rc1', '20250901'];
	const cases: readonly (readonly [string, readonly string[], string | undefined])[] = [
		['1.25.1', golang, '1.25.10'],
		['1.25.10', golang, '2.0.0'],
		['1.24', golang, '1.25'],
		['1.25', golang, undefined],
		['1.25.1-alpine', golang, '1.25.3-alpine'],
		['1.25.1-alpine3.19', golang, '1.25.3-alpine3.20'],
		['latest', golang, undefined],
		['1.25.2-bookworm', golang, undefined],
		['3', ['3', '20250901', '12'], '12'],
		['20-alpine', ['18-alpine', '20-alpine', '22-alpine', '24'], '22-alpine'],
		['v1.2.0', ['1.3.0', 'v1.2.1', 'v1.3.0-rc.1'], 'v1.2.1'],
		['1.0', ['1.1-beta', '1.1-alpha.2'], undefined],
		['bookworm', ['trixie'], undefined],
	];
	for (const [tag, tags, wanted] of cases) {
		it(`of ${tag} is ${wanted ?? 'none'}`, () => { assert.equal(newerTag(tags, tag), wanted); });
	}

	it('is found in time, however long the tags are', () => {
		const long = `1.${'1.'.repeat(20_000)}x`;
		const started = Date.now();
		assert.equal(newerTag([long, `1-${'a-'.repeat(20_000)}!`, '1.2'], '1.1'), '1.2');
		assert.ok(Date.now() - started < 1000);
	});
});
