import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { authority, type Authority } from './certificates.ts';
import { startProxy } from './startProxy.ts';
import { basic, challenge, registry } from './openRegistry.ts';
import { inspectWith, table } from './runRow.ts';
import { page, serve, type Scripted } from './scriptedServer.ts';

describe('Certificates', function () {
	this.timeout(30_000);
	let own: Authority;
	const files: Record<string, string> = {};
	before(function () {
		const made = authority();
		if (!made) { this.skip(); }
		own = made;
		files['ca.pem'] = own.ca;
	});
	after(() => { own.close(); });
	const good = () => own.issue(['127.0.0.1', 'localhost']);
	table([
		{ says: 'an authority that nobody knows', server: registry(), tls: good, code: 'tls-untrusted', and: answer => { assert.match(answer.error?.message ?? '', /Matrix Authority/); } },
		{ says: 'a certificate that signed itself', server: registry(), tls: () => own.issue(['127.0.0.1'], { own: true }), code: 'tls-untrusted' },
		{ says: 'SSL_CERT_FILE', server: registry(), tls: good, files, environment: { SSL_CERT_FILE: '{folder}/home/ca.pem' }, code: 'ok' },
		{ says: 'NODE_EXTRA_CA_CERTS', server: registry(), tls: good, files, environment: { NODE_EXTRA_CA_CERTS: '{folder}/home/ca.pem' }, code: 'ok' },
		{ says: 'SSL_CERT_DIR', server: registry(), tls: good, files, environment: { SSL_CERT_DIR: `/nowhere${delimiter}{folder}/home` }, code: 'ok' },
		{ says: 'a certificate that is over', server: registry(), tls: () => own.issue(['127.0.0.1'], { days: 0 }), files, environment: { SSL_CERT_FILE: '{folder}/home/ca.pem' }, code: 'tls-expired' },
		{ says: 'a certificate for another name', server: registry(), tls: () => own.issue(['other.test']), files, environment: { SSL_CERT_FILE: '{folder}/home/ca.pem' }, code: 'tls-name-mismatch' },
		{ says: 'a protocol that nobody speaks any more', server: registry(), tls: () => ({ ...good(), minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }), files, environment: { SSL_CERT_FILE: '{folder}/home/ca.pem' }, code: 'tls-untrusted', and: answer => { assert.match(String(answer.error?.evidence['message']), /protocol/i); } },
		{ says: 'insecure in registries.conf', server: registry(), tls: good, conf: '[[registry]]\nlocation = "{host}"\ninsecure = true\n', code: 'ok' },
	]);

	describe('kept for one host', () => {
		let server: Scripted;
		afterEach(() => server.close());
		for (const folder of ['.config/containers/certs.d', '.docker/certs.d']) {
			it(`in ${folder}`, async () => {
				server = await serve(registry(), good());
				const answer = await inspectWith({ image: `${server.host}/team/app:1.0`, files: { [`${folder}/${server.host}/ca.crt`]: own.ca } });
				assert.equal(answer.error, undefined);
			});
		}
		it('with a certificate of the client', async () => {
			const client = own.issue(['client']);
			server = await serve(registry(), { ...good(), ca: own.ca, requestCert: true, rejectUnauthorized: true });
			const at = `.config/containers/certs.d/${server.host}`;
			const image = `${server.host}/team/app:1.0`;
			assert.equal((await inspectWith({ image, files: { [`${at}/ca.crt`]: own.ca, [`${at}/client.cert`]: client.cert, [`${at}/client.key`]: client.key } })).error, undefined);
			const without = (await inspectWith({ image, files: { [`${at}/ca.crt`]: own.ca } })).error;
			assert.ok(['tls-untrusted', 'registry-unavailable'].includes(without?.code ?? ''), without?.code);
		});
	});

	describe('behind a proxy', () => {
		let server: Scripted;
		const closing: (() => Promise<void>)[] = [];
		afterEach(async () => { for (const close of [() => server.close(), ...closing.splice(0)]) { await close(); } });
		const proxy = async (options: Parameters<typeof startProxy>[1] = {}) => {
			const made = await startProxy(() => server.port, options);
			closing.push(made.close);
			return made;
		};
		const trusting = (more: Record<string, string>): { files: Record<string, string>; environment: Record<string, string> } => ({ files, environment: { SSL_CERT_FILE: '{folder}/home/ca.pem', ...more } });

		it('a registry by its real name is reached through it', async () => {
			server = await serve(registry(), own.issue(['quay.io']));
			const through = await proxy();
			const answer = await inspectWith({ image: 'quay.io/team/app:1.0', ...trusting({ HTTPS_PROXY: through.url }) });
			assert.equal(answer.error, undefined, JSON.stringify(answer.error));
			assert.ok(through.asked.every(one => one === 'quay.io:443'));
		});
		describe('Docker Hub', () => {
			const hub = async (...script: Parameters<typeof registry>): Promise<string[]> => {
				server = await serve(registry(...script), own.issue(['registry-1.docker.io', 'auth.docker.io']));
				const { error } = await inspectWith({ image: 'team/app:1.0', ...trusting({ HTTPS_PROXY: (await proxy()).url }) });
				return [error?.code ?? 'ok', ...server.seen.map(({ method, path, headers }) => `${method} ${path.replace('/v2/team/app/manifests/1.0', 'it')}${headers.authorization === undefined ? '' : ' with a token'}`)];
			};
			const wanted = (seen: { readonly headers: { readonly authorization?: string | undefined } }) => seen.headers.authorization === undefined
				? challenge('Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:team/app:pull"')
				: undefined;
			it('needs not tell where its token server is', async () => {
				assert.deepEqual((await hub({ gate: wanted })).slice(0, 3), ['ok', 'GET /token', 'HEAD it with a token']);
			});
			it('refuses with one token, for it named no other token server', async () => {
				const refused = challenge('Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:team/app:pull",error="insufficient_scope"');
				assert.deepEqual(await hub({ gate: () => refused }), ['repository-missing-or-private', 'GET /token', 'HEAD it with a token', 'GET it with a token']);
			});
			it('is asked anew where something in its place has no such token server', async () => {
				assert.deepEqual((await hub({ token: () => ({ status: 404 }) })).slice(0, 3), ['ok', 'GET /token', 'HEAD it']);
			});
		});
		it('its own login goes to it, and the registry\'s to the registry', async () => {
			server = await serve(registry({ gate: seen => seen.headers.authorization === basic('joe:secret') ? undefined : challenge('Basic realm="x"') }), own.issue(['quay.io']));
			const through = await proxy({ login: 'proxy:pass' });
			const { files: some, environment } = trusting({ HTTPS_PROXY: through.url.replace('//', '//proxy:pass@') });
			const answer = await inspectWith({ image: 'quay.io/team/app:1.0', environment, files: { ...some, '.docker/config.json': JSON.stringify({ auths: { 'quay.io': { auth: 'am9lOnNlY3JldA==' } } }) } });
			assert.equal(answer.error, undefined, JSON.stringify(answer.error));
			assert.ok(server.seen.every(one => one.headers['proxy-authorization'] === undefined));
		});
		for (const [says, environment] of [['that is not there', { HTTPS_PROXY: 'http://127.0.0.1:9' }], ['that is no address', { HTTPS_PROXY: '::::' }], ['of another kind', { HTTPS_PROXY: 'ftp://proxy' }], ['whose login cannot be read', { HTTPS_PROXY: 'http://a:%zz@127.0.0.1:9' }]] as const) {
			it(says, async () => {
				server = await serve(registry());
				assert.equal((await inspectWith({ image: 'quay.io/team/app:1.0', environment })).error?.code, 'proxy-required');
			});
		}
		for (const login of [undefined, 'proxy:pass']) {
			it(`names who signed what nobody trusts${login === undefined ? '' : ', with the login of the proxy'}`, async () => {
				server = await serve(registry(), own.issue(['quay.io']));
				const through = await proxy(login === undefined ? {} : { login });
				const { error } = await inspectWith({ image: 'quay.io/team/app:1.0', environment: { HTTPS_PROXY: login === undefined ? through.url : through.url.replace('//', `//${login}@`) } });
				assert.equal(error?.code, 'tls-untrusted');
				assert.match(error.message, /Matrix Authority/);
				assert.equal(server.seen.length, 0);
			});
		}
		it('that wants a login', async () => {
			server = await serve(registry());
			const through = await proxy({ login: 'proxy:pass' });
			assert.equal((await inspectWith({ image: 'quay.io/team/app:1.0', environment: { HTTPS_PROXY: through.url } })).error?.code, 'proxy-required');
		});
		it('that hangs up before the tunnel stands is not asked again and again', async () => {
			server = await serve(registry());
			const through = await startProxy(() => 1);
			closing.push(through.close);
			assert.equal((await inspectWith({ image: 'quay.io/team/app:1.0', environment: { HTTPS_PROXY: through.url } })).error?.code, 'proxy-required');
			assert.ok(through.asked.length <= 2, String(through.asked.length));
		});
		it('that NO_PROXY leaves out', async () => {
			server = await serve(registry());
			const through = await proxy();
			assert.equal((await inspectWith({ image: 'registry.invalid/team/app:1.0', environment: { HTTPS_PROXY: through.url, NO_PROXY: '.invalid' } })).error?.code, 'registry-dns-failure');
			assert.deepEqual(through.asked, []);
		});
		it('never for this machine', async () => {
			server = await serve(registry());
			const through = await proxy();
			assert.equal((await inspectWith({ image: `${server.host}/team/app:1.0`, environment: { HTTP_PROXY: through.url, HTTPS_PROXY: through.url } })).error, undefined);
			assert.deepEqual(through.asked, []);
		});
		it('plain http where TLS is expected', async () => {
			server = await serve(registry());
			const through = await proxy();
			assert.equal((await inspectWith({ image: 'quay.io/team/app:1.0', environment: { HTTPS_PROXY: through.url } })).error?.code, 'http-registry-https-client');
		});
		it('plain http of a registry that is marked insecure', async () => {
			server = await serve(registry());
			const through = await proxy();
			const answer = await inspectWith({ image: 'quay.io/team/app:1.0', conf: '[[registry]]\nlocation = "quay.io"\ninsecure = true\n', environment: { HTTP_PROXY: through.url } });
			assert.equal(answer.error, undefined, JSON.stringify(answer.error));
		});
		it('a certificate of an unknown authority', async () => {
			server = await serve(registry(), own.issue(['quay.io']));
			const through = await proxy();
			assert.equal((await inspectWith({ image: 'quay.io/team/app:1.0', environment: { HTTPS_PROXY: through.url } })).error?.code, 'tls-untrusted');
		});
		it('a public registry sends nobody to this machine, and not from https to http', async () => {
			for (const location of ['https://127.0.0.1:9/x', 'https://169.254.169.254/latest', 'http://other.example/x', 'https://localhost/x']) {
				server = await serve(registry({ manifests: () => ({ status: 307, headers: { location } }) }), own.issue(['quay.io']));
				const through = await proxy();
				assert.equal((await inspectWith({ image: 'quay.io/team/app:1.0', ...trusting({ HTTPS_PROXY: through.url, HTTP_PROXY: through.url }) })).error?.code, 'registry-unexpected-status', location);
				assert.ok(through.asked.every(one => one === 'quay.io:443'), location);
				await server.close();
			}
		});
		it('a token server at a private address or without TLS is not asked', async () => {
			for (const realm of ['https://127.0.0.1:9/token', 'https://10.0.0.1/token', 'http://quay.io/token', 'https://[::1]/token']) {
				server = await serve(registry({ gate: () => challenge(`Bearer realm="${realm}",service="x"`) }), own.issue(['quay.io']));
				const through = await proxy();
				assert.equal((await inspectWith({ image: 'quay.io/team/app:1.0', ...trusting({ HTTPS_PROXY: through.url, HTTP_PROXY: through.url }) })).error?.code, 'registry-unexpected-status', realm);
				assert.ok(through.asked.every(one => one === 'quay.io:443'), realm);
				await server.close();
			}
		});
		it('a page in its place', async () => {
			server = await serve(() => page(200), own.issue(['quay.io']));
			const through = await proxy();
			assert.equal((await inspectWith({ image: 'quay.io/team/app:1.0', ...trusting({ HTTPS_PROXY: through.url }) })).error?.code, 'registry-returned-html');
		});
		it('GitLab\'s and Docker\'s token servers get the login, a stranger\'s does not', async () => {
			for (const [name, realm, gets] of [['registry.gitlab.com', 'gitlab.com', true], ['docker.io', 'auth.docker.io', true], ['ghcr.io', 'tokens.example.net', false], ['acme.azurecr.io', 'evil.azurecr.io', false]] as const) {
				const api = name === 'docker.io' ? 'registry-1.docker.io' : name;
				server = await serve(registry({ gate: seen => seen.headers.authorization?.startsWith('Bearer') ? undefined : challenge(`Bearer realm="https://${realm}/token",service="x"`) }), own.issue([api, realm]));
				const through = await proxy();
				const { files: some, environment } = trusting({ HTTPS_PROXY: through.url });
				const key = name === 'docker.io' ? 'https://index.docker.io/v1/' : name;
				const answer = await inspectWith({ image: `${name}/team/app:1.0`, environment, files: { ...some, '.docker/config.json': JSON.stringify({ auths: { [key]: { auth: 'am9lOnNlY3JldA==' } } }) } });
				assert.equal(answer.error, undefined, `${name}: ${JSON.stringify(answer.error)}`);
				assert.equal(server.seen.some(one => one.path === '/token' && one.headers.authorization === basic('joe:secret')), gets, name);
				assert.ok(server.seen.every(one => one.path === '/token' || one.headers.authorization !== basic('joe:secret')), name);
				await server.close();
			}
		});
	});
});
