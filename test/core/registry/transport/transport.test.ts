import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, request, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostListed } from '../../../../src/core/registry/transport/hostPattern.ts';
import { isLoopbackName, isPrivateName } from '../../../../src/core/registry/transport/privateAddress.ts';
import { proxyFor, proxySettings } from '../../../../src/core/registry/transport/proxyFor.ts';
import { follow } from '../../../../src/core/registry/transport/follow.ts';
import type { HttpRequest } from '../../../../src/core/registry/transport/exchange.ts';
import { createMask } from '../../../../src/core/registry/mask.ts';
import { bench, files, ref } from '../testRegistry.ts';

describe('an address', () => {
	it('is this machine\'s own by its name or literal only', () => {
		for (const name of ['localhost', '127.0.0.1', '127.8.9.1', '[::1]', 'LOCALHOST']) { assert.ok(isLoopbackName(name), name); }
		for (const name of ['localhost.direct', 'localhost.example', '10.0.0.1', '128.0.0.1', 'registry', '0.0.0.0']) { assert.ok(!isLoopbackName(name), name); }
	});
	it('is private when it is a literal of such a range', () => {
		for (const name of ['10.1.2.3', '172.31.0.1', '192.168.1.1', '169.254.169.254', '100.64.1.1', '0.0.0.0', '[fd00::1]', '[fe80::1]', '[::]', '[::ffff:127.0.0.1]', '[64:ff9b::10.1.2.3]', '[64:ff9b:1::1]', '[fec0::1]', 'a.localhost', 'metadata.google.internal', '[::127.0.0.1]', '[2002:a9fe:a9fe::1]', '[2002:7f00:1::]', '[::ffff:0:10.1.2.3]', '[ff02::1]', '192.0.0.192', '168.63.129.16', '198.19.0.1', '224.0.0.1', '255.255.255.255', 'ip6-localhost', 'host.docker.internal']) { assert.ok(isPrivateName(name), name); }
		for (const name of ['8.8.8.8', '172.32.0.1', 'example.com', '[2001:db8::1]', '[64:ff9b::8.8.8.8]', '[2002:808:808::1]', '168.63.129.17', '192.0.1.1', '198.20.0.1', '223.255.255.255', '[::808:808]', 'registry.corp.internal']) { assert.ok(!isPrivateName(name), name); }
	});
});

describe('a list of hosts', () => {
	it('takes names with or without port, and wildcards', () => {
		assert.ok(hostListed(['reg.example'], 'reg.example:5000'));
		assert.ok(!hostListed(['reg.example:5001'], 'reg.example:5000'));
		assert.ok(hostListed(['*.corp.example'], 'a.b.corp.example'));
		assert.ok(!hostListed(['*.corp.example'], 'corp.example'));
		assert.ok(hostListed(['*.dkr.ecr.*.amazonaws.com'], '1.dkr.ecr.eu-north-1.amazonaws.com'));
		assert.ok(!hostListed(['', '*.a*b'], 'x'));
	});
});

describe('a proxy', () => {
	const settings = proxySettings({ HTTPS_PROXY: 'http://proxy.example:3128', http_proxy: 'proxy.example:80', NO_PROXY: 'internal.example,.corp.example,10.0.0.0/8,reg.example:5000' });
	const of = (url: string): string | undefined => proxyFor(new URL(url), settings);
	it('is taken from the environment by protocol', () => {
		assert.equal(of('https://quay.io'), 'http://proxy.example:3128');
		assert.equal(of('http://quay.io'), 'http://proxy.example:80');
	});
	it('is not asked for what NO_PROXY names, nor for this machine', () => {
		for (const url of ['https://internal.example', 'https://x.internal.example', 'https://a.corp.example', 'https://10.9.9.9', 'https://reg.example:5000', 'http://localhost:5000', 'https://[::1]:5000']) { assert.equal(of(url), undefined, url); }
		assert.equal(of('https://reg.example'), 'http://proxy.example:3128');
		assert.equal(proxyFor(new URL('https://quay.io'), { ...settings, noProxy: '*' }), undefined);
	});

	const { fake, client } = bench();
	it('carries the requests, and one that is dead is named as the cause', async () => {
		const registry = await fake();
		const seen: string[] = [];
		const proxy = createServer((asked, answer) => {
			seen.push(asked.url ?? '');
			const path = new URL(asked.url ?? '').pathname;
			asked.pipe(request(`${registry.origin}${path}`, { method: asked.method ?? 'GET', headers: { accept: asked.headers['accept'] ?? '' } }, inner => { answer.writeHead(inner.statusCode ?? 500, inner.headers); inner.pipe(answer); }));
		});
		await new Promise<void>(resolve => { proxy.listen(0, '127.0.0.1', resolve); });
		const { port } = proxy.address() as AddressInfo;
		const options = { insecureHosts: ['registry.corp.example:5000'], environment: { HTTP_PROXY: `http://127.0.0.1:${port}` } };
		assert.equal((await client(options).check(ref('registry.corp.example:5000/demo/app:1.0'))).verdict, 'exists');
		assert.deepEqual(seen, ['http://registry.corp.example:5000/v2/demo/app/manifests/1.0']);
		proxy.closeAllConnections();
		await new Promise(resolve => { proxy.close(resolve); });
		const dead = await client(options).check(ref('registry.corp.example:5000/demo/app:1.0'));
		assert.equal(dead.verdict === 'unreachable' && dead.cause, 'proxy');
	});
});

describe('a request', () => {
	const { fake, client } = bench();
	it('counts when it goes out, not when nobody can be reached', async () => {
		const port = client({});
		assert.equal((await port.check(ref('127.0.0.1:1/demo/app:1.0'))).verdict, 'unreachable');
		assert.equal(port.statistics.requests, 0);
		await port.check(ref(`${(await fake()).host}/demo/app:1.0`));
		assert.equal(port.statistics.requests, 1);
	});
});

describe('a redirect', () => {
	const ask: HttpRequest = { url: new URL('https://public.example/v2/'), method: 'GET', headers: { authorization: 'Bearer abc', accept: '*/*' }, maxBytes: 1, timeoutMs: 1 };
	const to = async (location: string): Promise<string> => {
		const sent: HttpRequest[] = [];
		const outcome = await follow(ask, one => { sent.push(one); return Promise.resolve({ answer: { status: sent.length === 1 ? 307 : 200, headers: sent.length === 1 ? { location } : {}, body: Buffer.alloc(0), url: one.url } }); });
		return outcome.failure ? outcome.failure.kind === 'broken' ? outcome.failure.detail : '' : Object.keys(sent[1]?.headers ?? {}).join();
	};
	it('keeps credentials at the origin, leaves TLS never, and does not lead inside', async () => {
		assert.equal(await to('/other'), 'authorization,accept');
		assert.equal(await to('https://cdn.example/x'), 'accept');
		assert.equal(await to('https://public.example:444/x'), 'accept');
		for (const bad of ['http://public.example/x', 'https://127.0.0.1/x', 'https://169.254.169.254/latest', 'https://[fd00::1]/', 'https://localhost/', 'file:///etc/passwd']) { assert.equal(await to(bad), 'redirect-refused', bad); }
	});
});

describe('a credential helper that is not there', () => {
	const { fake, client } = bench();
	const config = { files: files({ '/nobody/.docker/config.json': '{"credsStore":"desktop"}' }) };
	it('is the verdict when the image is closed, and a note when it is not', async () => {
		const registry = await fake({ auth: { type: 'bearer', users: {} } });
		const port = client({ ...config, runHelper: () => Promise.resolve({ type: 'missing' }) });
		const closed = await port.check(ref(`${registry.host}/demo/private:1.0`));
		assert.deepEqual(closed.verdict === 'helper-missing' && [closed.helper, closed.source], ['docker-credential-desktop', '~/.docker/config.json']);
		const open = await port.check(ref(`${registry.host}/demo/app:1.0`));
		assert.deepEqual([open.verdict, open.evidence.note], ['exists', 'docker-credential-desktop: not found on PATH']);
	});
	it('is run once for many repositories of a host', async () => {
		const registry = await fake({ auth: { type: 'basic', users: { u: 'pass' } } });
		let runs = 0;
		const port = client({ ...config, runHelper: () => { runs++; return Promise.resolve({ type: 'output', text: '{"Username":"u","Secret":"pass"}' }); } });
		for (const name of ['demo/app:1.0', 'demo/oci:1.0', 'demo/zstd:1.0']) { assert.equal((await port.check(ref(`${registry.host}/${name}`))).verdict, 'exists'); }
		assert.equal(runs, 1);
	});
});

describe('a mask', () => {
	it('hides what it was told and what looks like a secret', () => {
		const mask = createMask();
		mask.add('s3cret-word');
		for (const text of ['the s3cret-word', 'Authorization: Basic YWxpY2U6cGFzcw==', 'https://user:pass@host/x', 'x?token=abcdef&n=1', 'eyJhbGciOiJub25l.eyJzdWIiOiIi.c2ln']) {
			assert.doesNotMatch(mask(text), /s3cret|YWxpY2U|pass@|abcdef|eyJ/, text);
		}
		assert.equal(mask('manifest unknown'), 'manifest unknown');
	});
	it('hides it in the ways in which it is written', () => {
		const mask = createMask();
		const secret = 'p@ss w/"ä"+&\ud800';
		mask.add(secret);
		for (const text of [secret, encodeURIComponent(secret.replace('\ud800', '\ufffd')), String(new URLSearchParams({ refresh_token: secret })), JSON.stringify({ password: secret })]) { assert.match(mask(text), /^[^@%]*\*\*\*[^@%]*$/, text); }
	});
});

describe('a connection', () => {
	const { client } = bench();
	let connections = 0;
	let requests: string[] = [];
	let server: ReturnType<typeof createServer>;
	const start = async (answer: RequestListener): Promise<string> => {
		connections = 0;
		requests = [];
		server = createServer(answer).on('connection', () => { connections++; });
		server.prependListener('request', ({ method, url }: IncomingMessage) => { requests.push(`${method} ${url?.split('?')[0]}`); });
		await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
		return `127.0.0.1:${(server.address() as AddressInfo).port}`;
	};
	afterEach(async () => {
		server.closeAllConnections();
		await new Promise(resolve => { server.close(resolve); });
	});

	it('serves the question that follows from an answer, too', async () => {
		const host = await start((asked, answer) => {
			const code = asked.url?.includes('/tags/list') ? 'NAME_UNKNOWN' : 'MANIFEST_UNKNOWN';
			answer.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify({ errors: [{ code, message: 'unknown' }] }));
		});
		const { verdict } = await client().check(ref(`${host}/demo/app:1.0`));
		assert.deepEqual([verdict, requests.length, connections], ['repository-missing', 2, 1]);
	});

	it('that its server has given up without a word is replaced, for a token too', async () => {
		const used = new Set<unknown>();
		const host = await start((asked, answer) => {
			if (used.has(asked.socket)) { asked.socket.destroy(); return; }
			used.add(asked.socket);
			if (asked.method === 'POST') { answer.end('{"access_token":"good"}'); return; }
			const status = asked.headers.authorization === 'Bearer good' ? 500 : 401;
			answer.writeHead(status, { 'www-authenticate': `Bearer realm="http://${asked.headers.host}/token"` }).end();
		});
		const config = JSON.stringify({ auths: { [host]: { identitytoken: 'planted' } } });
		const { verdict } = await client({ files: files({ '/nobody/.docker/config.json': config }) }).check(ref(`${host}/demo/app:1.0`));
		const asked = ['GET /v2/demo/app/manifests/1.0', 'POST /token', 'POST /token', 'GET /v2/demo/app/manifests/1.0', 'GET /v2/demo/app/manifests/1.0'];
		assert.deepEqual([verdict, requests], ['unavailable', asked]);
	});
});
