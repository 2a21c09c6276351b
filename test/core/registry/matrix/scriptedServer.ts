import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** One request as it arrived. */
export interface Seen {
	readonly method: string;
	/** Without the query. */
	readonly path: string;
	readonly query: URLSearchParams;
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

/** What is sent back; a function writes by itself. */
export type Reply = { readonly status?: number; readonly headers?: Readonly<Record<string, string | readonly string[]>>; readonly body?: string | Buffer } | ((response: ServerResponse, seen: Seen) => void);

/** Gives the answer to each request; `self` is `host:port`. */
export type Script = (seen: Seen, self: string) => Reply;

/** A server on loopback that does what a script says: nothing of the specification is built in. */
export interface Scripted {
	readonly host: string;
	readonly port: number;
	readonly seen: readonly Seen[];
	close(): Promise<void>;
}

/** Starts one at any free port. */
export async function serve(script: Script, tls?: ServerOptions): Promise<Scripted> {
	const seen: Seen[] = [];
	const sockets = new Set<Socket>();
	const take = (request: IncomingMessage, response: ServerResponse): void => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
			const url = new URL(request.url ?? '/', 'http://server');
			const one: Seen = { method: request.method ?? '', path: url.pathname, query: url.searchParams, headers: request.headers, body: Buffer.concat(chunks).toString() };
			seen.push(one);
			send(script(one, host), response, one);
		});
	};
	const server = tls ? createTlsServer(tls, take) : createServer(take);
	server.on('connection', (socket: Socket) => { sockets.add(socket); socket.on('error', () => undefined).once('close', () => sockets.delete(socket)); });
	server.on('tlsClientError', () => undefined);
	await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
	const { port } = server.address() as AddressInfo;
	const host = `127.0.0.1:${port}`;
	return {
		host, port, seen,
		close: () => new Promise(resolve => {
			for (const socket of sockets) { socket.destroy(); }
			server.close(() => { resolve(); });
		}),
	};
}

function send(reply: Reply, response: ServerResponse, seen: Seen): void {
	if (typeof reply === 'function') { reply(response, seen); return; }
	const { status = 200, headers = {}, body = '' } = reply;
	const bytes = Buffer.from(body as string);
	response.writeHead(status, { 'content-length': String(bytes.length), ...headers } as Record<string, string>);
	response.end(seen.method === 'HEAD' ? undefined : bytes);
}

/** `sha256:…` of these bytes. */
export const digestOf = (body: string | Buffer): string => `sha256:${createHash('sha256').update(body).digest('hex')}`;

export const ociManifest = 'application/vnd.oci.image.manifest.v1+json';
export const ociIndex = 'application/vnd.oci.image.index.v1+json';
export const dockerManifest = 'application/vnd.docker.distribution.manifest.v2+json';

export const config = JSON.stringify({ os: 'linux', architecture: 'amd64', created: '2026-01-01T00:00:00Z', config: { Cmd: ['sh'] }, rootfs: { type: 'layers', diff_ids: [] }, history: [] });
export const layer = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: `sha256:${'1'.repeat(64)}`, size: 100 };
export const manifestBody = JSON.stringify({
	schemaVersion: 2, mediaType: ociManifest, config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf(config), size: config.length }, layers: [layer],
});

/** A manifest with the headers that registries send. */
export function manifest(body = manifestBody, type = ociManifest, headers: Readonly<Record<string, string>> = {}): Reply {
	return { headers: { 'content-type': type, 'docker-content-digest': digestOf(body), ...headers }, body };
}

/** The specification's error body. */
export function refuse(status: number, code: string, message: string, headers: Readonly<Record<string, string | readonly string[]>> = {}): Reply {
	return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ errors: [{ code, message }] }) };
}

/** A JSON answer. */
export const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply => ({ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) });

/** A web page. */
export const page = (status: number): Reply => ({ status, headers: { 'content-type': 'text/html' }, body: '<!doctype html><html><body>Sign in</body></html>' });
