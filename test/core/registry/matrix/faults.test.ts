import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createRegistry } from '../../../../src/core/registry/createRegistry.ts';
import { verdictCode } from '../../../../src/core/registry/verdictCode.ts';
import { noFiles, ref } from '../testRegistry.ts';
import { bearer, challenge, registry } from './openRegistry.ts';
import { manifestBody, ociManifest, serve, type Script } from './scriptedServer.ts';

const timeoutMs = 400;

/** The code of the verdict, and how long it took. */
async function ask(host: string): Promise<{ readonly code: string | undefined; readonly took: number }> {
	const port = createRegistry({ environment: {}, homeFolder: '/nobody', files: noFiles, runHelper: false, timeoutMs });
	const began = performance.now();
	try {
		return { code: verdictCode(await port.check(ref(`${host}/team/app:1.0`))), took: performance.now() - began };
	} finally {
		await port.dispose();
	}
}

const head = `HTTP/1.1 200 OK\r\nContent-Type: ${ociManifest}\r\n`;
const drip = (socket: Socket, first: string): void => {
	socket.write(first);
	const timer = setInterval(() => { socket.write(' '); }, 20);
	socket.once('close', () => { clearInterval(timer); });
};

describe('Servers that fail in the middle', () => {
	const raw: readonly (readonly [says: string, answer: (socket: Socket) => void, codes: readonly string[]])[] = [
		['a reset before a word', socket => { socket.resetAndDestroy(); }, ['registry-unavailable']],
		['an end before a word', socket => { socket.end(); }, ['registry-unavailable']],
		['a reset in the head', socket => { socket.write('HTTP/1.1 200 OK\r\nContent-'); socket.resetAndDestroy(); }, ['registry-unavailable']],
		['an end in the body', socket => { socket.end(`${head}Content-Length: 5000\r\n\r\n{"schemaVersion"`); }, ['registry-unavailable']],
		['an end in a chunk', socket => { socket.end(`${head}Transfer-Encoding: chunked\r\n\r\nfff\r\n{"sch`); }, ['registry-unavailable']],
		['chunks that are none', socket => { socket.end(`${head}Transfer-Encoding: chunked\r\n\r\nzzz\r\n{"sch`); }, ['registry-unavailable', 'registry-unexpected-status', 'registry-not-v2']],
		['a body that is longer than it said', socket => { socket.end(`${head}Content-Length: 10\r\n\r\n${manifestBody}`); }, ['registry-unexpected-status', 'registry-unavailable']],
		['silence', () => undefined, ['registry-timeout']],
		['silence after the head', socket => { socket.write(`${head}Content-Length: 100\r\n\r\n`); }, ['registry-timeout']],
		['a head that drips', socket => { drip(socket, 'HTTP/1.1 200 OK\r\nX: '); }, ['registry-timeout']],
		['a body that drips', socket => { drip(socket, `${head}Content-Length: 9000\r\n\r\n`); }, ['registry-timeout']],
		['another protocol', socket => { socket.end('SSH-2.0-OpenSSH_9.2\r\n'); }, ['registry-not-v2']],
		['bytes without meaning', socket => { socket.end(Buffer.from([0, 255, 3, 7, 9])); }, ['registry-not-v2', 'registry-unavailable']],
		['a head without end', socket => { const flood = (): void => { while (!socket.destroyed && socket.write(`X-${'a'.repeat(1000)}: b\r\n`)) { /* until it is full */ } }; socket.write('HTTP/1.1 200 OK\r\n'); socket.on('drain', flood); flood(); }, ['registry-unexpected-status', 'registry-unavailable']],
		['a body without end', socket => { const flood = (): void => { while (!socket.destroyed && socket.write('x'.repeat(65536))) { /* until it is full */ } }; socket.write(`${head}\r\n`); socket.on('drain', flood); flood(); }, ['manifest-too-large']],
		['two lengths that differ', socket => { socket.end(`${head}Content-Length: 10\r\nContent-Length: 11\r\n\r\n0123456789`); }, ['registry-not-v2', 'registry-unavailable', 'registry-unexpected-status']],
		['a status of four digits', socket => { socket.end('HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n'); }, ['registry-not-v2', 'registry-unexpected-status', 'registry-unavailable']],
		['a head that says too early', socket => { socket.end('HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n'); }, ['registry-unavailable']],
	];
	for (const [says, answer, codes] of raw) {
		it(says, async () => {
			const sockets = new Set<Socket>();
			const server = createServer(socket => {
				sockets.add(socket);
				socket.on('error', () => undefined).once('data', () => { answer(socket); });
			});
			await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
			try {
				const { code, took } = await ask(`127.0.0.1:${(server.address() as AddressInfo).port}`);
				assert.ok(codes.includes(code ?? 'ok'), `${code} instead of ${codes.join(' or ')}`);
				assert.ok(took < 3 * timeoutMs + 500, `${Math.round(took)} ms`);
			} finally {
				for (const socket of sockets) { socket.destroy(); }
				await new Promise(resolve => { server.close(resolve); });
			}
		});
	}

	const scripts: readonly (readonly [says: string, script: Script, code: string])[] = [
		['a token server that is silent', registry({ gate: (seen, self) => seen.headers.authorization === undefined ? challenge(bearer(self)) : undefined, token: () => () => undefined }), 'registry-timeout'],
		['a token server that drips', registry({ gate: (seen, self) => seen.headers.authorization === undefined ? challenge(bearer(self)) : undefined, token: () => response => { const timer = setInterval(() => { response.write(' '); }, 20); response.once('close', () => { clearInterval(timer); }); } }), 'registry-timeout'],
		['a front door that is silent', registry({ manifests: () => ({ status: 418 }), ping: () => () => undefined }), 'registry-unexpected-status'],
		['a tag list that is silent', registry({ manifests: () => ({ status: 404, headers: { 'content-type': 'application/json' }, body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}' }), tags: () => () => undefined }), 'tag-not-found'],
	];
	for (const [says, script, code] of scripts) {
		it(says, async () => {
			const server = await serve(script);
			try {
				const answer = await ask(server.host);
				assert.equal(answer.code, code);
				assert.ok(answer.took < 3 * timeoutMs + 500, `${Math.round(answer.took)} ms`);
			} finally {
				await server.close();
			}
		});
	}

	it('a port where nobody listens', async () => { assert.equal((await ask('127.0.0.1:9')).code, 'registry-connection-refused'); });
	it('a name that nobody has', async () => { assert.equal((await ask('nobody.invalid')).code, 'registry-dns-failure'); });
	it('a limit holds for every question to that host, and 503 with a time too', async () => {
		for (const status of [429, 503]) {
			const server = await serve(registry({ gate: () => ({ status, headers: { 'retry-after': '60' } }) }));
			const port = createRegistry({ environment: {}, homeFolder: '/nobody', files: noFiles, runHelper: false, timeoutMs });
			try {
				for (const tag of ['1.0', '1.1', '1.2', '1.3']) { assert.notEqual((await port.check(ref(`${server.host}/team/app:${tag}`))).verdict, 'exists'); }
				assert.equal(server.seen.length, 1, String(status));
			} finally {
				await port.dispose();
				await server.close();
			}
		}
	});
});
