import assert from 'node:assert/strict';
import { basic, bearer, challenge, registry, withTokens } from './openRegistry.ts';
import { table, type Row } from './runRow.ts';
import { json, refuse, type Script, type Seen } from './scriptedServer.ts';

const asked = (seen: readonly Seen[]): readonly Seen[] => seen.filter(({ path }) => path.startsWith('/token'));
const encode = (pair: string): string => Buffer.from(pair).toString('base64');
const auths = (entries: Readonly<Record<string, object>>): string => JSON.stringify({ auths: entries });
const jwt = (claims: object): string => `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
const expired = jwt({ exp: 1_500_000_000, iat: 1_499_990_000 });

/** Opens for `joe:secret` only. */
const lock: Script = registry({ gate: seen => seen.headers.authorization === basic('joe:secret') ? undefined : challenge('Basic realm="x"') });
/** A token server that knows `joe:secret`; others get nothing, unless `open`. */
const tokens = (open: boolean): Script => withTokens('t', { token: seen => seen.headers.authorization === basic('joe:secret') || (open && seen.headers.authorization === undefined) ? json({ token: 't' }) : refuse(401, 'UNAUTHORIZED', 'incorrect username or password') });
const helper = (body: string): string => `#!/bin/sh\nread server\n${body}\n`;
const withPath = { PATH: `{folder}/home/bin:${process.env['PATH'] ?? ''}` };
const found = (says: string, more: Partial<Row>): Row => ({ says, server: lock, code: 'ok', ...more });
const only = (seen: readonly Seen[], allowed: readonly string[]): void => {
	for (const { headers } of seen) { assert.ok(headers.authorization === undefined || allowed.includes(headers.authorization), `an authorization that does not belong here: ${headers.authorization}`); }
};

describe('Where logins come from and where they go', () => {
	table([
		found('DOCKER_CONFIG', { environment: { DOCKER_CONFIG: '{folder}/home/other' }, files: { 'other/config.json': auths({ '{host}': { auth: encode('joe:secret') } }), '.docker/config.json': auths({ '{host}': { auth: encode('no:no') } }) } }),
		found('DOCKER_AUTH_CONFIG before the file', { login: 'joe:wrong', environment: { DOCKER_AUTH_CONFIG: auths({ '{host}': { auth: encode('joe:secret') } }) } }),
		found('DOCKER_AUTH_CONFIG of another host: the file', { login: 'joe:secret', environment: { DOCKER_AUTH_CONFIG: auths({ 'other.example': { auth: encode('no:no') } }) } }),
		found('DOCKER_AUTH_CONFIG that is broken: the file', { login: 'joe:secret', environment: { DOCKER_AUTH_CONFIG: '{' } }),
		found('DOCKER_AUTH_CONFIG with more than Docker takes: the file', { login: 'joe:secret', environment: { DOCKER_AUTH_CONFIG: JSON.stringify({ auths: { '{host}': { auth: encode('no:no') } }, credsStore: 'x' }) }, and: (_, seen) => { only(seen, [basic('joe:secret')]); } }),
		{ says: 'DOCKER_AUTH_CONFIG with more than Docker takes, and nothing else', server: lock, environment: { DOCKER_AUTH_CONFIG: auths({ '{host}': { auth: encode('joe:secret'), email: 'x' } }) }, code: 'image-private-no-credentials', found: 'docker-config-invalid', and: (_, seen) => { only(seen, []); } },
		found('REGISTRY_AUTH_FILE', { environment: { REGISTRY_AUTH_FILE: '{folder}/home/auth.json' }, files: { 'auth.json': auths({ '{host}': { auth: encode('joe:secret') } }) } }),
		found('REGISTRY_AUTH_FILE: the longest path', { environment: { REGISTRY_AUTH_FILE: '{folder}/home/auth.json' }, files: { 'auth.json': auths({ '{host}': { auth: encode('no:no') }, '{host}/team/app': { auth: encode('joe:secret') }, '{host}/team': { auth: encode('no:no') } }) }, and: (_, seen) => { only(seen, [basic('joe:secret')]); } }),
		found('XDG_RUNTIME_DIR', { environment: { XDG_RUNTIME_DIR: '{folder}/home/run' }, files: { 'run/containers/auth.json': auths({ '{host}': { auth: encode('joe:secret') } }) } }),
		found('the configuration folder of containers', { files: { '.config/containers/auth.json': auths({ '{host}': { auth: encode('joe:secret') } }) } }),
		found('the .dockercfg of old', { files: { '.dockercfg': JSON.stringify({ '{host}': { auth: encode('joe:secret'), email: 'x' } }) } }),
		found('a path in config.json before the host', { files: { '.docker/config.json': auths({ '{host}/other': { auth: encode('other:other') }, '{host}/team': { auth: encode('joe:secret') } }) }, and: (_, seen) => { only(seen, [basic('joe:secret')]); } }),
		{ says: 'the login of another path stays at home', server: lock, files: { '.docker/config.json': auths({ '{host}/other': { auth: encode('joe:secret') } }) }, code: 'image-private-no-credentials', and: (_, seen) => { only(seen, []); } },
		{ says: 'the login of another path stays at home, in auth.json', server: lock, environment: { REGISTRY_AUTH_FILE: '{folder}/home/auth.json' }, files: { 'auth.json': auths({ '{host}/other': { auth: encode('joe:secret') } }) }, code: 'image-private-no-credentials', and: (_, seen) => { only(seen, []); } },
		{ says: 'the login of another port stays at home', server: lock, files: { '.docker/config.json': auths({ '127.0.0.1:1': { auth: encode('joe:secret') }, '127.0.0.1': { auth: encode('joe:secret') } }) }, code: 'image-private-no-credentials', and: (_, seen) => { only(seen, []); } },
		found('a key with https:// and /v1/', { files: { '.docker/config.json': auths({ 'https://{host}/v1/': { auth: encode('joe:secret') } }) } }),
		found('username and password', { files: { '.docker/config.json': auths({ '{host}': { username: 'joe', password: 'secret' } }) } }),
		{ says: 'a config.json that is broken', server: lock, files: { '.docker/config.json': '{"auths": ' }, code: 'image-private-no-credentials' },
		{ says: 'a config.json that is broken is said even where everybody may pull', server: tokens(true), files: { '.docker/config.json': '{"auths": ' }, code: 'ok', found: 'docker-config-invalid' },
		{ says: 'a config.json that is broken and that nobody needs', server: registry(), files: { '.docker/config.json': '{"auths": ' }, code: 'ok' },
		{ says: 'a login that is not base64', server: lock, files: { '.docker/config.json': auths({ '{host}': { auth: '***' } }) }, code: 'image-private-no-credentials' },
		{ says: 'empty markers', server: lock, files: { '.docker/config.json': auths({ '{host}': {} }) }, code: 'image-private-no-credentials' },
		{ says: 'nobody is told a login that nobody asks for', server: registry(), login: 'joe:secret', code: 'ok', and: (_, seen) => { only(seen, []); } },
		{ says: 'a good login at the token server', server: tokens(false), login: 'joe:secret', code: 'ok', and: (answer, seen) => { assert.ok(!JSON.stringify(answer).includes('secret')); assert.equal(answer.evidence?.['credentials'], '~/.docker/config.json'); only(seen.filter(one => !one.path.startsWith('/token')), ['Bearer t']); } },
		{ says: 'a wrong login at the token server', server: tokens(false), login: 'joe:wrong', code: 'credentials-rejected' },
		{ says: 'a login that is refused by Basic without saying how to log in', server: registry({ gate: seen => seen.headers.authorization === undefined ? challenge('Basic realm="x"') : { status: 401 } }), login: 'joe:wrong', code: 'credentials-rejected' },
		{ says: 'a stale login on a public image', server: tokens(true), login: 'joe:wrong', code: 'ok', found: 'credentials-stale-image-public', and: answer => { assert.equal(answer.warnings?.[0]?.code, 'credentials-stale-image-public'); } },
		{ says: 'a good login that may not', server: withTokens('t', { token: () => json({ token: 'weak' }) }), login: 'joe:secret', code: 'credentials-insufficient-scope' },
		{ says: 'an expired login, by the token server\'s words', server: withTokens('t', { token: () => refuse(401, 'UNAUTHORIZED', 'your token has expired') }), login: 'joe:secret', code: 'credentials-expired' },
		{ says: 'ECR\'s expired token', server: registry({ gate: seen => seen.headers.authorization === undefined ? challenge('Basic realm="https://x.dkr.ecr.eu-north-1.amazonaws.com/"') : refuse(403, 'DENIED', 'Your Authorization Token has expired. Please run \'aws ecr get-login-password\'') }), login: 'AWS:old', code: 'credentials-expired' },
		{ says: 'ECR\'s expired token with 401', server: registry({ gate: seen => seen.headers.authorization === undefined ? challenge('Basic realm="x"') : refuse(401, 'DENIED', 'Your authorization token has expired. Reauthenticate and try again.', { 'www-authenticate': 'Basic realm="x"' }) }), login: 'AWS:old', code: 'credentials-expired' },
		{ says: 'an expired JWT as the password', server: tokens(false), login: `oauth2accesstoken:${expired}`, code: 'credentials-expired' },
		{ says: 'an expired registry token', server: withTokens('t'), files: { '.docker/config.json': auths({ '{host}': { registrytoken: expired } }) }, code: 'credentials-expired' },
		{ says: 'a registry token', server: withTokens('t'), files: { '.docker/config.json': auths({ '{host}': { registrytoken: 't' } }) }, code: 'ok' },
		{ says: 'invalid_token for the token of a login', server: registry({ token: () => json({ token: 'x' }), gate: (seen, self) => challenge(bearer(self, seen.headers.authorization === undefined ? '' : ',error="invalid_token"')) }), login: 'joe:secret', code: ['credentials-rejected', 'credentials-expired'] },
		{ says: 'Harbor: a wrong login, then Basic', server: registry({ token: seen => seen.headers.authorization === undefined ? json({ token: 'x' }) : refuse(401, 'UNAUTHORIZED', 'unauthorized'), gate: (seen, self) => seen.headers.authorization === undefined ? challenge(bearer(self)) : challenge('Basic realm="harbor"') }), login: 'joe:wrong', code: 'credentials-rejected' },
		{ says: 'an identity token by POST', server: withTokens('t', { token: ({ method, body }) => method === 'POST' && body.includes('refresh_token=refresh') && body.includes('grant_type=refresh_token') ? json({ access_token: 't' }) : refuse(401, 'UNAUTHORIZED', 'no') }), files: { '.docker/config.json': auths({ '{host}': { auth: encode('0000:'), identitytoken: 'refresh' } }) }, code: 'ok' },
		...[400, 401, 404, 405].map((status): Row => ({ says: `an identity token where POST is ${status}`, server: withTokens('t', { token: ({ method, headers }) => method === 'POST' ? { status } : headers.authorization === undefined ? refuse(401, 'UNAUTHORIZED', 'no') : json({ token: 't' }) }), files: { '.docker/config.json': auths({ '{host}': { identitytoken: 'refresh' } }) }, code: 'ok' })),
		{ says: 'an identity token that is refused', server: withTokens('t', { token: () => refuse(401, 'UNAUTHORIZED', 'no') }), files: { '.docker/config.json': auths({ '{host}': { identitytoken: 'refresh' } }) }, code: ['credentials-expired', 'credentials-rejected'] },
		{ says: 'a realm at another host gets no login', server: registry({ token: () => json({ token: 't' }), gate: (seen, self) => seen.headers.authorization === 'Bearer t' ? undefined : challenge(`Bearer realm="http://localhost:${self.split(':')[1]}/token",service="x"`) }), login: 'joe:secret', code: 'ok', and: (_, seen) => { assert.equal(asked(seen).length, 1); only(seen, ['Bearer t']); assert.ok(!asked(seen)[0]?.query.has('account')); } },
		{ says: 'a redirect to another host takes no login along', server: registry({ gate: (seen, self) => seen.headers.host?.startsWith('localhost') ? undefined : seen.headers.authorization === undefined ? challenge('Basic realm="x"') : { status: 307, headers: { location: `http://localhost:${self.split(':')[1]}${seen.path}` } } }), login: 'joe:secret', code: 'ok', and: (_, seen) => { assert.ok(seen.filter(one => one.headers.host?.startsWith('localhost')).every(one => one.headers.authorization === undefined)); } },
		{ says: 'a token server that sends its question elsewhere gives no login away', server: registry({ token: (seen, self) => seen.headers.host?.startsWith('localhost') ? json({ token: 't' }) : { status: 307, headers: { location: `http://localhost:${self.split(':')[1]}/token` } }, gate: (seen, self) => seen.headers.authorization === 'Bearer t' ? undefined : challenge(bearer(self)) }), login: 'joe:secret', code: 'ok', and: (_, seen) => { assert.ok(seen.filter(one => one.headers.host?.startsWith('localhost')).every(one => one.headers.authorization === undefined)); } },
	]);
	describe('with helpers', () => {
		const path = process.env['PATH'];
		afterEach(() => { process.env['PATH'] = path; });
		const store = (name: string): string => JSON.stringify({ credsStore: name, auths: { '{host}': {} } });
		table([
			{ says: 'a store', server: lock, files: { 'bin/docker-credential-one': helper('echo \'{"Username":"joe","Secret":"secret"}\''), '.docker/config.json': store('one') }, environment: withPath, code: 'ok' },
			{ says: 'a helper of the host before the store', server: lock, files: { 'bin/docker-credential-one': helper('echo \'{"Username":"joe","Secret":"secret"}\''), '.docker/config.json': JSON.stringify({ credsStore: 'none', credHelpers: { '{host}': 'one' } }) }, environment: withPath, code: 'ok' },
			{ says: 'a helper for all registries, by registries.conf', server: lock, files: { 'bin/docker-credential-one': helper('echo \'{"Username":"joe","Secret":"secret"}\'') }, conf: 'credential-helpers = ["containers-auth.json", "one"]\n', environment: withPath, code: 'ok' },
			{ says: 'an identity token from a store', server: withTokens('t', { token: ({ method, body }) => method === 'POST' && body.includes('refresh_token=refresh') ? json({ access_token: 't' }) : refuse(401, 'UNAUTHORIZED', 'no') }), files: { 'bin/docker-credential-one': helper('echo \'{"Username":"<token>","Secret":"refresh"}\''), '.docker/config.json': store('one') }, environment: withPath, code: 'ok' },
			{ says: 'a store that knows nothing', server: lock, files: { 'bin/docker-credential-one': helper('echo "credentials not found in native keychain"; exit 1'), '.docker/config.json': store('one') }, environment: withPath, code: 'image-private-no-credentials' },
			{ says: 'a store that is not there', server: lock, files: { '.docker/config.json': store('not-there-at-all') }, environment: withPath, code: 'credential-helper-missing' },
			{ says: 'a store that is not there, where everybody gets a token', server: tokens(true), files: { '.docker/config.json': store('not-there-at-all') }, environment: withPath, code: 'ok', found: 'credential-helper-missing' },
			{ says: 'a store that fails, where everybody gets a token', server: tokens(true), files: { 'bin/docker-credential-one': helper('echo "the keychain is locked" >&2; exit 2'), '.docker/config.json': store('one') }, environment: withPath, code: 'ok', found: 'credential-helper-failed' },
			{ says: 'a store that is not there, and a public image', server: registry(), files: { '.docker/config.json': store('not-there-at-all') }, environment: withPath, code: 'ok' },
			{ says: 'a store that fails', server: lock, files: { 'bin/docker-credential-one': helper('echo "the keychain is locked" >&2; exit 2'), '.docker/config.json': store('one') }, environment: withPath, code: 'credential-helper-failed' },
			{ says: 'a store that fails and prints what it keeps', server: lock, files: { 'bin/docker-credential-one': helper('echo \'cannot store {"Secret":"plantedSecret1", "x":1} password=plantedSecret2\'; exit 2'), '.docker/config.json': store('one') }, environment: withPath, code: 'credential-helper-failed', and: answer => { assert.doesNotMatch(JSON.stringify(answer), /plantedSecret/); assert.match(JSON.stringify(answer), /cannot store/); } },
			{ says: 'a store that says garbage', server: lock, files: { 'bin/docker-credential-one': helper('echo garbage'), '.docker/config.json': store('one') }, environment: withPath, code: 'credential-helper-failed' },
			{ says: 'a store with a path for a name', server: lock, files: { '.docker/config.json': store('../evil') }, environment: withPath, code: 'credential-helper-failed' },
		]);
	});
});
