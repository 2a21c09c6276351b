import { createServer, request } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { basic } from './openRegistry.ts';

/** A forward proxy on loopback that leads everything to one port. */
export interface Proxy {
	readonly url: string;
	/** `host:port` of each tunnel, the address of each plain request. */
	readonly asked: readonly string[];
	close(): Promise<void>;
}

/** `login`: only those who say it get through. */
export async function startProxy(port: () => number, { login }: { readonly login?: string } = {}): Promise<Proxy> {
	const asked: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((incoming, response) => {
		const url = new URL(incoming.url ?? '/', 'http://nobody');
		asked.push(url.href);
		const outgoing = request({ host: '127.0.0.1', port: port(), method: incoming.method ?? 'GET', path: url.pathname + url.search, headers: { ...incoming.headers, connection: 'close' } }, answer => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		}).on('error', () => { response.destroy(); });
		incoming.pipe(outgoing);
	});
	server.on('connection', (socket: Socket) => { sockets.add(socket); socket.on('error', () => undefined); });
	server.on('connect', (incoming, socket: Socket) => {
		asked.push(incoming.url ?? '');
		if (login !== undefined && incoming.headers['proxy-authorization'] !== basic(login)) {
			socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 0\r\n\r\n');
			return;
		}
		const onward = connect(port(), '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
			onward.pipe(socket);
			socket.pipe(onward);
		}).on('error', () => { socket.destroy(); });
		sockets.add(onward);
		socket.on('close', () => { onward.destroy(); });
	});
	await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked,
		close: () => new Promise(resolve => {
			for (const socket of sockets) { socket.destroy(); }
			server.close(() => { resolve(); });
		}),
	};
}
