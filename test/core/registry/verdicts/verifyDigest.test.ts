import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { hasDigest, isDigest } from '../../../../src/core/registry/verdicts/verifyDigest.ts';

describe('a digest', () => {
	const bytes = Buffer.from('{}');
	const of = (algorithm: string): string => `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;

	it('is that of the bytes, or is not', () => {
		for (const algorithm of ['sha256', 'sha384', 'sha512']) {
			assert.equal(hasDigest(bytes, of(algorithm)), true, algorithm);
			assert.equal(hasDigest(Buffer.from('{ }'), of(algorithm)), false, algorithm);
			assert.ok(isDigest(of(algorithm)));
		}
	});
	it('cannot be checked by an algorithm that is not known', () => {
		for (const text of [of('md5'), 'blake3:00', 'sha256', '']) {
			assert.notEqual(hasDigest(bytes, text), true, text);
			assert.ok(!isDigest(text), text);
		}
		assert.equal(hasDigest(bytes, of('md5')), undefined);
	});
});
