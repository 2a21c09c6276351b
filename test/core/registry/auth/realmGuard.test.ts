import assert from 'node:assert/strict';
import { realmTrust } from '../../../../src/core/registry/auth/realmGuard.ts';
import { sameSite } from '../../../../src/core/registry/auth/sameSite.ts';
import { quirksOf } from '../../../../src/core/registry/quirks.ts';

describe('a token server', () => {
	const table: readonly (readonly [string, string, string])[] = [
		['https://registry-1.docker.io', 'https://auth.docker.io/token', 'login'],
		['https://registry.gitlab.com', 'https://gitlab.com/jwt/auth', 'login'],
		['https://ghcr.io', 'https://ghcr.io/token', 'login'],
		['https://registry.redhat.io', 'https://sso.redhat.com/auth/realms/rhcc/protocol/redhat-docker-v2/auth', 'login'],
		['https://one.azurecr.io', 'https://one.azurecr.io/oauth2/token', 'login'],
		['https://one.azurecr.io', 'https://two.azurecr.io/oauth2/token', 'anonymous'],
		['https://registry.corp.example', 'https://sso.corp.example/token', 'login'],
		['https://registry.corp.example', 'https://evil.example.org/token', 'anonymous'],
		['https://a.co.uk', 'https://b.co.uk/token', 'anonymous'],
		['https://registry.corp.example', 'http://registry.corp.example/token', 'refused'],
		['https://registry.corp.example', 'https://169.254.169.254/token', 'refused'],
		['https://registry.corp.example', 'https://localhost:8080/token', 'refused'],
		['https://8.8.8.8', 'https://[::1]/token', 'refused'],
		['https://8.8.8.8', 'https://[::ffff:10.0.0.1]/token', 'refused'],
		['http://127.0.0.1:5000', 'http://127.0.0.1:5001/token', 'login'],
		['http://127.0.0.1:5000', 'http://localhost:5000/token', 'anonymous'],
		['https://registry.corp.example', 'https://user@registry.corp.example/token', 'refused'],
	];
	for (const [registry, realm, trust] of table) {
		it(`${realm} named by ${registry} gets: ${trust}`, () => {
			assert.equal(realmTrust(new URL(registry), new URL(realm), quirksOf(new URL(registry).host)), trust);
		});
	}
	it('on a rented name belongs to its own customer only', () => {
		assert.equal(sameSite('a.github.io', 'b.github.io'), false);
		assert.equal(sameSite('a.ngrok-free.app', 'x.a.ngrok-free.app'), true);
		assert.equal(sameSite('10.0.0.1', '10.0.0.2'), false);
		assert.equal(sameSite('registry', 'other'), false);
	});
});
