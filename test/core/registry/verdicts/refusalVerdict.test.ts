import assert from 'node:assert/strict';
import type { AuthFacts } from '../../../../src/core/registry/auth/authFacts.ts';
import { quirksOf } from '../../../../src/core/registry/quirks.ts';
import { refusalVerdict } from '../../../../src/core/registry/verdicts/refusalVerdict.ts';

describe('a refusal without login', () => {
	const verdictAt = (host: string, auth: Partial<AuthFacts>): string => refusalVerdict({
		status: 401, error: { message: 'authentication required', detail: '', html: false, standard: false }, quirks: quirksOf(host), evidence: { host, at: '', cached: false },
		auth: { by: 'anonymous', credentials: 'none', ...auth },
	}).verdict;

	for (const host of ['docker.io', 'ghcr.io', 'quay.io', 'registry.gitlab.com', 'eu.gcr.io', 'public.ecr.aws', 'acme.azurecr.io', 'nvcr.io']) {
		it(`at ${host} says nothing of whether the image is there`, () => {
			assert.equal(verdictAt(host, {}), 'missing-or-private');
			assert.equal(verdictAt(host, { loginForAll: true }), 'missing-or-private');
		});
	}
	for (const host of ['registry.redhat.io', '123456789012.dkr.ecr.eu-west-1.amazonaws.com']) {
		it(`at ${host} asks for a login, as it asks everybody`, () => { assert.equal(verdictAt(host, {}), 'login-needed'); });
	}
	it('elsewhere asks for a login where nobody gets in without one', () => {
		assert.equal(verdictAt('registry.acme.dev', { loginForAll: true }), 'login-needed');
		assert.equal(verdictAt('registry.acme.dev', { by: 'nobody' }), 'login-needed');
		assert.equal(verdictAt('registry.acme.dev', {}), 'missing-or-private');
	});
});

describe('a refusal of a login', () => {
	const userIn = (user: string): string | undefined => {
		const verdict = refusalVerdict({
			status: 403, error: { code: 'DENIED', detail: '', html: false, standard: true }, quirks: quirksOf('registry.acme.dev'), evidence: { host: 'registry.acme.dev', at: '', cached: false },
			auth: { by: 'login', credentials: 'config.json', user },
		});
		assert.equal(verdict.verdict, 'not-allowed');
		return verdict.user;
	};

	it('names the user', () => {
		for (const user of ['bob', 'robot$team+puller', 'anna@acme.org', 'oauth2accesstoken']) { assert.equal(userIn(user), user); }
	});
	it('does not name a token that stands in place of one', () => {
		for (const token of [`ghp_${'a1B2'.repeat(9)}`, `dop_v1_${'0f'.repeat(32)}`, 'glpat-x1y2z3x1y2z3x1y2z3x1', '0123456789abcdef0123456789abcdef']) { assert.equal(userIn(token), undefined); }
	});
});
