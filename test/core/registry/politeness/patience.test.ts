import assert from 'node:assert/strict';
import { setTimeout as later } from 'node:timers/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createHostHealth } from '../../../../src/core/registry/politeness/hostHealth.ts';
import { refuse, serve } from '../matrix/scriptedServer.ts';
import { bench, ref } from '../testRegistry.ts';

describe('a registry that takes its time', () => {
	const { client } = bench();

	it('is given up by all questions at once when it has never said a word', async () => {
		const sockets = new Set<Socket>();
		const server = createServer(socket => { sockets.add(socket.on('error', () => undefined)); });
		await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
		const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
		try {
			const port = client({ timeoutMs: 400 });
			const began = performance.now();
			const verdicts = await Promise.all(Array.from({ length: 12 }, (_, index) => port.check(ref(`${host}/demo/app:${index}`))));
			const took = performance.now() - began;
			assert.ok(verdicts.every(one => one.verdict === 'unreachable' && one.cause === 'timeout'));
			// One after the other, three at a time, they would take four times as long.
			assert.ok(took < 800, `${took} ms`);
			const spent = port.statistics.requests;
			await port.check(ref(`${host}/demo/other:1`));
			assert.equal(port.statistics.requests, spent);
		} finally {
			for (const socket of sockets) { socket.destroy(); }
			server.close();
		}
	});

	it('is given three times the time of one request for one question, however many requests that takes', async () => {
		const slow = await serve((_, self) => (response, seen) => {
			void later(240).then(() => {
				const reply = seen.path.startsWith('/token') ? { body: JSON.stringify({ token: `t${String(Math.random())}` }), status: 200, headers: {} } : refuse(401, 'UNAUTHORIZED', 'no', { 'www-authenticate': `Bearer realm="http://${self}/token",scope="repository:x${String(Math.random())}:pull"` });
				if (typeof reply === 'function' || response.destroyed) { return; }
				response.writeHead(reply.status ?? 200, reply.headers as Record<string, string>);
				response.end(reply.body);
			});
		});
		try {
			const began = performance.now();
			await client({ timeoutMs: 300 }).check(ref(`${slow.host}/demo/app:1`));
			const took = performance.now() - began;
			assert.ok(took < 1300, `${took} ms`);
		} finally {
			await slow.close();
		}
	});

	it('is silent until its first answer, never after', () => {
		const health = createHostHealth(Date.now);
		const timeout = { kind: 'unreachable', cause: 'timeout', message: '' } as const;
		assert.equal(health.silent('a'), false);
		health.failed('a', timeout);
		assert.ok(health.silent('a') && health.pause('a'));
		health.answered('b');
		health.failed('b', timeout);
		assert.deepEqual([health.silent('b'), health.pause('b')], [false, undefined]);
		health.failed('b', timeout);
		health.failed('b', timeout);
		assert.ok(health.pause('b'));
	});
});
