import assert from 'node:assert/strict';
import { hideLogin } from '../../../src/core/util/hideLogin.ts';

describe('A login in a name', () => {
	it('is hidden', () => {
		assert.equal(hideLogin('ci:C4n4ry@quay.io/acme/app'), '•••@quay.io/acme/app');
		assert.equal(hideLogin('https://ci:C4n4ry@quay.io/acme/app:1'), 'https://•••@quay.io/acme/app:1');
		assert.equal(hideLogin('docker://C4n4ry@quay.io/acme/app'), 'docker://•••@quay.io/acme/app');
	});

	it('is not seen in tags and digests', () => {
		for (const name of ['alpine:3.20@sha256:abcd', 'quay.io/acme/app:1.2.3@sha256:abcd', 'docker://alpine@sha256:abcd', 'localhost:5000/a@sha256:abcd', 'acme@example.org']) { assert.equal(hideLogin(name), name); }
	});
});
