import assert from 'node:assert/strict';
import { outOfDate } from '../../../../src/core/registry/auth/outOfDate.ts';
import { requestToken } from '../../../../src/core/registry/auth/requestToken.ts';
import { createTokenStore, tokenKey } from '../../../../src/core/registry/auth/tokenStore.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const seconds = now / 1000;
const jwt = (claims: unknown): string => `e30.${Buffer.from(typeof claims === 'string' ? claims : JSON.stringify(claims)).toString('base64url')}.sig`;

/** Seconds that a token is kept, without the five that it is given up early. */
async function kept(fields: unknown, headers: Record<string, string> = {}): Promise<number | string> {
	const result = await requestToken({
		scheme: { type: 'bearer', realm: new URL('https://auth.example/token') }, now: () => now,
		send: request => Promise.resolve({ answer: { status: 200, headers, body: Buffer.from(typeof fields === 'string' ? fields : JSON.stringify(fields)), url: request.url } }),
	});
	return result.type === 'token' ? (result.token.expires - now) / 1000 + 5 : result.type;
}

describe('a token is kept', () => {
	it('for as long as its server says, at least a minute, at most a day', async () => {
		for (const [expires, wanted] of [[300, 300], [10, 60], [0, 60], [-5, 60], [1e9, 86_400]]) { assert.equal(await kept({ token: 'abc', expires_in: expires }), wanted); }
	});
	it('for as long as it says itself, by its own clock or its server\'s', async () => {
		assert.equal(await kept({ token: jwt({ iat: 1000, exp: 1600 }) }), 600);
		assert.equal(await kept({ token: jwt({ exp: seconds + 120 }) }, { date: new Date(now).toUTCString() }), 120);
	});
	it('for a minute when nothing is to be believed', async () => {
		for (const token of ['abc', jwt({ exp: seconds + 500 }), jwt({ iat: 5 }), jwt('no json'), jwt({ exp: 'soon' })]) { assert.equal(await kept({ token, expires_in: '300' }), 60, token); }
	});
	it('not at all when it is none', async () => {
		for (const fields of [{}, [], 'null', '"text"', 'no json', { token: '' }, { token: 5 }, { token: 'a b' }, { access_token: 'line\nend' }]) { assert.equal(await kept(fields), 'answer', JSON.stringify(fields)); }
	});
	it('until it is dropped, is over, or a thousand others came', () => {
		let time = now;
		const store = createTokenStore(() => time);
		store.set('a', { value: 'one', expires: now + 1000 });
		assert.equal(store.get('a')?.value, 'one');
		time += 2000;
		assert.equal(store.get('a'), undefined);
		for (let index = 0; index < 1001; index++) { store.set(`k${index}`, { value: 'x', expires: time + 1000 }); }
		assert.deepEqual([store.get('k0'), store.get('k1')?.value], [undefined, 'x']);
		store.drop('k1');
		assert.equal(store.get('k1'), undefined);
		store.clear();
		assert.equal(store.get('k2'), undefined);
	});
	it('for one login at one server only', () => {
		const realm = new URL('https://auth.example/token');
		const login = { type: 'password', username: 'joe', password: 'one', source: 'x' } as const;
		const keys = [tokenKey('https://a', realm, 's', 'r', undefined), tokenKey('https://a', realm, undefined, 'r', undefined), tokenKey('https://a', realm, 's', 'r', login), tokenKey('https://a', realm, 's', 'r', { ...login, password: 'two' }), tokenKey('https://b', realm, 's', 'r', login)];
		assert.equal(new Set(keys).size, keys.length);
		assert.ok(keys.every(key => !key.includes('one') && !key.includes('two')));
	});
	it('no longer when its own time is over', () => {
		const login = (token: string): Parameters<typeof outOfDate>[0] => ({ type: 'registry-token', token, source: 'x' });
		assert.equal(outOfDate(login(jwt({ exp: seconds - 1 })), now), true);
		for (const token of [jwt({ exp: seconds + 1 }), jwt({}), jwt('no json'), 'plain', 'a.b', 'a.b.c.d']) { assert.equal(outOfDate(login(token), now), false, token); }
	});
});
