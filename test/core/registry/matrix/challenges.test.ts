import assert from 'node:assert/strict';
import { basic, bearer, challenge, registry, withTokens, type Parts } from './openRegistry.ts';
import { table, type Row } from './runRow.ts';
import { json, page, refuse, type Script, type Seen } from './scriptedServer.ts';

/** Opens with the token `t`, after a challenge written like this. */
const challenged = (write: (self: string) => readonly string[], parts: Parts = {}): Script => registry({
	token: () => json({ token: 't' }), ...parts,
	gate: (seen, self) => seen.headers.authorization === 'Bearer t' ? undefined : challenge(...write(self)),
});
const opens = (says: string, write: (self: string) => readonly string[], more: Partial<Row> = {}): Row => ({ says, server: challenged(write), code: 'ok', ...more });
const asked = (seen: readonly Seen[]): readonly Seen[] => seen.filter(({ path }) => path.startsWith('/token'));
const tokenSays = (says: string, reply: Parts['token'], code: Row['code'], more: Partial<Row> = {}): Row => ({ says, server: withTokens('t', { token: reply ?? (() => undefined) }), code, ...more });

describe('How a registry may challenge', () => {
	table([
		opens('Bearer: three requests and the configuration', self => [bearer(self)], { requests: 4 }),
		opens('the scheme in capitals, parameters in any order', self => [`BEARER scope="repository:team/app:pull",service="x",Realm="http://${self}/token"`]),
		opens('a scope with a comma', self => [`Bearer realm="http://${self}/token",scope="repository:team/app:pull,push",service="x"`], { and: (_, seen) => { assert.equal(asked(seen)[0]?.query.get('scope'), 'repository:team/app:pull,push'); } }),
		opens('values without quotes', self => [`Bearer realm=http://${self}/token, service=x, scope=repository:team/app:pull`]),
		opens('no scope', self => [`Bearer realm="http://${self}/token",service="x"`], { and: (_, seen) => { assert.equal(asked(seen)[0]?.query.get('scope'), 'repository:team/app:pull'); } }),
		opens('no service', self => [`Bearer realm="http://${self}/token"`], { and: (_, seen) => { assert.equal(asked(seen)[0]?.query.has('service'), false); } }),
		opens('a realm with a query', self => [`Bearer realm="http://${self}/token?account=none&x=1",service="x y&z"`], { and: (_, seen) => { assert.equal(asked(seen)[0]?.query.get('x'), '1'); assert.equal(asked(seen)[0]?.query.get('service'), 'x y&z'); } }),
		opens('Bearer and Basic in one header', self => [`Bearer realm="http://${self}/token",service="x", Basic realm="y"`]),
		opens('Basic and then Bearer in one header', self => [`Basic realm="y", Bearer realm="http://${self}/token",service="x"`]),
		opens('several headers, one unknown', self => ['Negotiate', 'Basic realm="a, b"', `Bearer realm="http://${self}/token"`]),
		opens('quoted quotes', self => [`Bearer realm="http://${self}/token",service="a \\"b\\" c"`], { and: (_, seen) => { assert.equal(asked(seen)[0]?.query.get('service'), 'a "b" c'); } }),
		{ says: 'no challenge at the manifest, one at the front door', server: registry({ token: () => json({ token: 't' }), gate: (seen, self) => seen.headers.authorization === 'Bearer t' ? undefined : seen.path === '/v2/' ? challenge(bearer(self)) : challenge() }), code: 'ok' },
		{ says: 'no challenge anywhere', server: registry({ gate: ({ path }) => path === '/v2/' ? undefined : challenge() }), code: ['image-private-no-credentials', 'repository-missing-or-private'] },
		{ says: 'only Negotiate', server: registry({ gate: () => challenge('Negotiate') }), code: ['image-private-no-credentials', 'repository-missing-or-private'] },
		{ says: 'Bearer with a realm that is no address', server: registry({ gate: () => challenge('Bearer realm="nonsense",service="x"') }), code: ['image-private-no-credentials', 'repository-missing-or-private'] },
		{ says: 'Basic and nobody logged in', server: registry({ gate: () => challenge('Basic realm="Artifactory Realm"') }), code: 'image-private-no-credentials', requests: 1, and: (_, seen) => { assert.ok(seen.every(one => one.headers.authorization === undefined)); } },
		{ says: 'Basic with a login', login: 'joe:secret', server: registry({ gate: seen => seen.headers.authorization === basic('joe:secret') ? undefined : challenge('Basic realm="x"') }), code: 'ok', requests: 3 },
		{ says: 'Basic with a wrong login', login: 'joe:wrong', server: registry({ gate: seen => seen.headers.authorization === basic('joe:secret') ? undefined : challenge('Basic realm="x"') }), code: 'credentials-rejected', requests: 2 },
		{ says: 'Basic, a good login, 403', login: 'joe:secret', server: registry({ gate: seen => seen.headers.authorization === undefined ? challenge('Basic realm="x"') : refuse(403, 'DENIED', 'not yours') }), code: 'credentials-insufficient-scope' },
		{ says: 'Basic, a good login, 403: its user is named', login: 'joe:secret', server: registry({ gate: seen => seen.headers.authorization === undefined ? challenge('Basic realm="x"') : refuse(403, 'DENIED', 'not yours') }), code: 'credentials-insufficient-scope', and: answer => { assert.match(answer.error?.message ?? '', /as "joe"/); } },
		{ says: 'Basic, a secret in place of a name too, 403: it is not named', login: 's3cret1:s3cret1', server: registry({ gate: seen => seen.headers.authorization === undefined ? challenge('Basic realm="x"') : refuse(403, 'DENIED', 'not yours') }), code: 'credentials-insufficient-scope', and: answer => { assert.doesNotMatch(JSON.stringify(answer), /s3cret1/); } },
		{ says: 'access_token instead of token', server: withTokens('t', { token: () => json({ access_token: 't' }) }), code: 'ok' },
		{ says: 'an empty token and an access_token', server: withTokens('t', { token: () => json({ token: '', access_token: 't', expires_in: 1 }) }), code: 'ok', requests: 4 },
		{ says: 'expires_in as text', server: withTokens('t', { token: () => json({ token: 't', expires_in: '300' }) }), code: 'ok' },
		{ says: 'a token is asked for once', server: withTokens('t', { token: () => json({ token: 't' }) }), code: 'ok', and: (_, seen) => { assert.equal(asked(seen).length, 1); } },
		{ says: 'an anonymous token that opens nothing', server: withTokens('t'), code: 'repository-missing-or-private', requests: 3 },
		{ says: 'an anonymous token and then 403', server: registry({ gate: (seen, self) => seen.headers.authorization === undefined ? challenge(bearer(self)) : refuse(403, 'DENIED', 'Permission denied (or it may not exist)') }), code: 'repository-missing-or-private' },
		{ says: '403 without any challenge', server: registry({ gate: () => refuse(403, 'DENIED', 'requested access to the resource is denied') }), code: 'repository-missing-or-private' },
		tokenSays('the token server: 403 DENIED', () => refuse(403, 'DENIED', 'denied'), 'repository-missing-or-private'),
		tokenSays('the token server: 401 for this repository only', ({ query }) => query.get('scope') === null ? json({ token: 'x' }) : refuse(401, 'UNAUTHORIZED', 'no'), 'repository-missing-or-private'),
		tokenSays('the token server: 401 for everybody', () => refuse(401, 'UNAUTHORIZED', 'authentication required'), 'image-private-no-credentials'),
		tokenSays('the token server: 404', () => refuse(404, 'NOT_FOUND', 'no'), ['repository-missing-or-private', 'registry-unexpected-status']),
		tokenSays('the token server: 405', () => ({ status: 405 }), 'registry-unexpected-status', { found: 'registry-unavailable' }),
		tokenSays('the token server: 500', () => ({ status: 500 }), 'registry-unavailable'),
		tokenSays('the token server: 503 with a page', () => page(503), 'registry-unavailable'),
		tokenSays('the token server: 429', () => refuse(429, 'TOOMANYREQUESTS', 'slow', { 'retry-after': '60' }), 'rate-limit-reached', { requests: 2 }),
		tokenSays('the token server: a page', () => page(200), 'registry-returned-html'),
		tokenSays('the token server: a page with 404', () => page(404), 'registry-returned-html'),
		tokenSays('the token server: a page with 401', () => page(401), 'registry-returned-html'),
		tokenSays('the token server: nothing', () => ({ status: 200 }), 'registry-unexpected-status'),
		tokenSays('the token server: JSON without a token', () => json({ details: 'none' }), 'registry-unexpected-status'),
		tokenSays('the token server: a token with a line end', () => json({ token: 'a\r\nX-Evil: 1' }), 'registry-unexpected-status'),
		tokenSays('the token server: megabytes', () => json({ token: 'x'.repeat(3_000_000) }), 'registry-unexpected-status'),
		tokenSays('the token server: a redirect in circles', () => ({ status: 302, headers: { location: '/token' } }), 'registry-unexpected-status'),
		tokenSays('the token server: a reset', () => response => { response.socket?.destroy(); }, 'registry-unavailable', { found: 'none' }),
		{ says: 'a realm where nobody listens', server: registry({ gate: () => challenge('Bearer realm="http://127.0.0.1:9/token",service="x"') }), code: ['registry-connection-refused', 'registry-unavailable'] },
		{ says: 'a scope that is another at the second refusal', server: registry({ token: ({ query }) => json({ token: query.get('scope') === 'repository:official/app:pull' ? 't' : 'x' }), gate: (seen, self) => seen.headers.authorization === 'Bearer t' ? undefined : challenge(`Bearer realm="http://${self}/token",scope="repository:${seen.headers.authorization ? 'official' : 'team'}/app:pull"`) }), code: 'ok' },
		{ says: 'refusals for ever end soon', server: registry({ token: () => json({ token: String(Math.random()) }), gate: (_, self) => challenge(`Bearer realm="http://${self}/token",scope="repository:team/app:pull,${Math.random()}"`) }), code: 'repository-missing-or-private', requests: 9 },
		{ says: 'a kept token that is refused with 400 later', server: (() => {
			let uses = 0;
			let made = 0;
			return registry({ token: () => json({ token: `t${++made}` }), gate: (seen, self) => seen.headers.authorization === undefined ? challenge(bearer(self)) : seen.headers.authorization === 'Bearer t1' && ++uses > 1 ? { status: 400 } : undefined });
		})(), code: 'ok' },
	]);
});
