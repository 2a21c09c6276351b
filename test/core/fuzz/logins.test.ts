import assert from 'node:assert/strict';
import fc from 'fast-check';
import { json, manifest, refuse, serve, type Reply, type Scripted, type Seen } from '../registry/matrix/scriptedServer.ts';
import { bench, files, ref } from '../registry/testRegistry.ts';
import { patience, seed, settings } from './runs.ts';

/** What servers answer, one after the other; `at` is a place out of four. */
type Move =
	| { readonly do: 'basic' | 'image' | 'token' | 'missing' | 'denied' | 'empty' }
	| { readonly do: 'bearer'; readonly at: number; readonly more: string }
	| { readonly do: 'both'; readonly at: number }
	| { readonly do: 'redirect'; readonly at: number; readonly to: 'token' | 'manifest' };

const at = fc.nat(3);
const move: fc.Arbitrary<Move> = fc.oneof(
	fc.record({ do: fc.constantFrom('basic', 'image', 'token', 'missing', 'denied', 'empty') }),
	fc.record({ do: fc.constant('bearer' as const), at, more: fc.constantFrom('', ',scope="repository:team/app:pull"', ',error="insufficient_scope"', ',error="invalid_token"', ',scope="registry:catalog:*"') }),
	fc.record({ do: fc.constant('both' as const), at }),
	fc.record({ do: fc.constant('redirect' as const), at, to: fc.constantFrom('token', 'manifest') }),
);
const kinds = ['password', 'identity', 'registry'] as const;

describe(`A login goes nowhere but to its own host, whatever servers answer (seed ${seed})`, function () {
	this.timeout(patience);
	const { client } = bench();
	let moves: readonly Move[] = [];
	let step = 0;
	const servers: Scripted[] = [];
	before(async () => { for (let made = 0; made < 2; made++) { servers.push(await serve(answer)); } });
	after(async () => { for (const server of servers) { await server.close(); } });
	/** Two servers under two names each: four registries, two of each host name. */
	const places = (): readonly string[] => servers.flatMap(({ port }) => [`127.0.0.1:${port}`, `localhost:${port}`]);

	function answer({ path }: Seen): Reply {
		const now = moves.length === 0 ? undefined : moves[step++ % moves.length];
		const realm = (place: number): string => `Bearer realm="http://${places()[place]}/token",service="x"`;
		switch (now?.do) {
			case 'basic': return refuse(401, 'UNAUTHORIZED', 'x', { 'www-authenticate': 'Basic realm="x"' });
			case 'bearer': return refuse(401, 'UNAUTHORIZED', 'x', { 'www-authenticate': realm(now.at) + now.more });
			case 'both': return refuse(401, 'UNAUTHORIZED', 'x', { 'www-authenticate': [`${realm(now.at)},Basic realm="y"`] });
			case 'redirect': return { status: 307, headers: { location: `http://${places()[now.at]}${now.to === 'token' ? '/token' : '/v2/team/app/manifests/1.0'}` } };
			case 'token': return json({ token: 'anybody', expires_in: 300 });
			case 'missing': return refuse(404, 'MANIFEST_UNKNOWN', 'x');
			case 'denied': return refuse(403, 'DENIED', 'x');
			case 'empty': return { status: 401 };
			case 'image': case undefined: return path.startsWith('/token') ? json({ token: 'anybody' }) : manifest();
		}
	}

	it('by a header, a form or an address', async () => {
		await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 8 }), fc.array(fc.constantFrom(...kinds), { minLength: 4, maxLength: 4 }), async (script, how) => {
			moves = script;
			step = 0;
			const before = servers.map(({ seen }) => seen.length);
			const secrets = places().map((_, place) => `planted-secret-${place}`);
			const port = client({ files: files({ '/nobody/.docker/config.json': JSON.stringify({ auths: Object.fromEntries(places().map((place, index) => [place, entry(how[index] ?? 'password', secrets[index] ?? '')])) }) }) });
			for (const place of places()) { await port.check(ref(`${place}/team/app:1.0`)); }
			await port.dispose();
			for (const [index, server] of servers.entries()) {
				for (const request of server.seen.slice(before[index])) { assertOwn(request, secrets); }
			}
		}), settings(150));
	});

	/** A realm at another port of the same name belongs to the registry; another name does not, nor does a port that was named by no realm. */
	function assertOwn({ headers, path, query, body }: Seen, secrets: readonly string[]): void {
		const { authorization = '' } = headers;
		const said = [authorization, Buffer.from(authorization.replace(/^\w+ /, ''), 'base64').toString(), body, path, query.toString()].join('\n');
		const here = headers.host ?? '';
		for (const [index, secret] of secrets.entries()) {
			if (!said.includes(secret)) { continue; }
			const owner = places()[index] ?? '';
			assert.equal(here.split(':')[0], owner.split(':')[0], `the login of ${owner} came to ${here}${path}`);
			const named = moves.some(one => (one.do === 'bearer' || one.do === 'both') && places()[one.at] === here);
			assert.ok(here === owner || named, `the login of ${owner} came to ${here}${path}`);
			assert.ok(!path.includes(secret) && !query.toString().includes(secret), 'a login in an address');
		}
	}
});

function entry(kind: typeof kinds[number], secret: string): object {
	switch (kind) {
		case 'password': return { auth: Buffer.from(`joe:${secret}`).toString('base64') };
		case 'identity': return { identitytoken: secret };
		case 'registry': return { registrytoken: secret };
	}
}
