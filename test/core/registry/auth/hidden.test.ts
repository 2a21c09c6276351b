import assert from 'node:assert/strict';
import { basic, challenge, registry, unknown } from '../matrix/openRegistry.ts';
import { json, manifest, serve, type Scripted, type Seen } from '../matrix/scriptedServer.ts';
import { bench, loggedIn, ref } from '../testRegistry.ts';

describe('a registry that says "not found" of what is private', () => {
	const { client } = bench();
	const open: Scripted[] = [];
	afterEach(async () => { for (const server of open.splice(0)) { await server.close(); } });

	/** `door`: what it says at `/v2/` to nobody. */
	const start = async (door: (self: string) => string | undefined): Promise<Scripted> => {
		const known = ({ headers }: Seen): boolean => headers.authorization === basic('joe:right') || headers.authorization === 'Bearer joe';
		const server = await serve(registry({
			manifests: seen => known(seen) && seen.path.includes('/team/app/') ? manifest() : unknown(),
			token: ({ headers }) => json({ token: headers.authorization === undefined ? 'nobody' : 'joe' }),
			gate: (seen, self) => {
				const said = door(self);
				return seen.path === '/v2/' && said !== undefined && !known(seen) ? challenge(said) : undefined;
			},
		}));
		open.push(server);
		return server;
	};
	const asked = ({ seen }: Scripted): readonly string[] => seen.map(({ path, headers }) => `${path} ${headers.authorization?.split(' ')[0] ?? 'nobody'}`);

	it('is asked again with the login that its front door wants by Basic', async () => {
		const server = await start(() => 'Basic realm="x"');
		const verdict = await client(loggedIn(server.host, 'joe', 'right')).check(ref(`${server.host}/team/app:1.0`));
		assert.equal(verdict.verdict, 'exists');
		assert.deepEqual(asked(server), ['/v2/team/app/manifests/1.0 nobody', '/v2/ nobody', '/v2/team/app/manifests/1.0 Basic']);
	});
	it('is asked again with a token for the repository, whatever scope opens the door', async () => {
		const server = await start(self => `Bearer realm="http://${self}/token",service="registry",scope="registry:catalog:*"`);
		const port = client(loggedIn(server.host, 'joe', 'right'));
		assert.equal((await port.check(ref(`${server.host}/team/app:1.0`))).verdict, 'exists');
		assert.equal(server.seen.find(({ path }) => path === '/token')?.query.get('scope'), 'repository:team/app:pull');
	});
	it('gets no login where its door is open, and is not asked twice whether it is', async () => {
		const server = await start(() => undefined);
		const port = client(loggedIn(server.host, 'joe', 'right'));
		for (const name of ['team/app', 'team/two']) { assert.notEqual((await port.check(ref(`${server.host}/${name}:1.0`))).verdict, 'exists'); }
		assert.ok(server.seen.every(({ headers }) => headers.authorization === undefined));
		assert.equal(server.seen.filter(({ path }) => path === '/v2/').length, 1);
	});
	it('is believed by those who have no login', async () => {
		const server = await start(() => 'Basic realm="x"');
		assert.notEqual((await client().check(ref(`${server.host}/team/app:1.0`))).verdict, 'exists');
		assert.ok(!server.seen.some(({ path }) => path === '/v2/'));
	});
	it('is believed when it says the same to the login', async () => {
		const server = await start(() => 'Basic realm="x"');
		const verdict = await client(loggedIn(server.host, 'joe', 'right')).check(ref(`${server.host}/team/none:1.0`));
		assert.ok(verdict.verdict === 'tag-missing' || verdict.verdict === 'repository-missing', verdict.verdict);
	});
});
