import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { createAuthority, type Authority, type FakeAuth } from './fakeRegistry/authority.ts';
import { playFault, type Fault, type FaultMatch } from './fakeRegistry/faults.ts';
import { profiles, type FakeProfile, type ProfileName } from './fakeRegistry/profiles.ts';
import { serveContent, type Reply } from './fakeRegistry/serveContent.ts';
import { createStore, type Store } from './fakeRegistry/store.ts';

export type { FakeAuth, Fault, FaultMatch, FakeProfile, ProfileName };

/** What a fake registry is like; all optional. */
export interface FakeRegistryOptions {
	/** Fixed port; a free one when absent. */
	readonly port?: number;
	/** How `host` is written; both reach 127.0.0.1. Default `127.0.0.1`. */
	readonly hostName?: string;
	/** Who may read; default open. */
	readonly auth?: FakeAuth;
	/** How refusals and absences are answered, by the registry it plays. Default `distribution`. */
	readonly profile?: ProfileName | FakeProfile;
	/** Delay before every answer, milliseconds. */
	readonly latencyMs?: number;
	/** Serve TLS with this key and certificate (PEM). */
	readonly tls?: { readonly key: string; readonly cert: string; readonly ca?: string; readonly requestCert?: boolean };
	/** Largest page of `tags/list`. Default 1000. */
	readonly tagPageSize?: number;
	/** Serves `referrers` natively; otherwise 404, so clients use the tag fallback. */
	readonly referrers?: boolean;
}

/** One request as it came in, headers in lower case. */
export interface LoggedRequest {
	readonly method: string;
	readonly url: string;
	readonly headers: Readonly<Record<string, string | undefined>>;
	readonly body: string;
	/** Status that was answered; 0 when the connection was cut. */
	readonly status: number;
}

/** A registry in this process, spoken to over real HTTP on 127.0.0.1. */
export interface FakeRegistry extends Store {
	/** As a reference names it: `127.0.0.1:40123`. */
	readonly host: string;
	/** `http://127.0.0.1:40123`. */
	readonly origin: string;
	readonly port: number;
	/** Every request so far, in order of arrival. */
	readonly requests: readonly LoggedRequest[];
	/** Most requests that were being answered at one time. */
	readonly mostAtOnce: number;
	readonly authority: Authority;
	/** Repositories that need a login, and who may read them (all users when absent). */
	makePrivate(repository: string, users?: readonly string[]): void;
	/** Plays a fault for matching requests, `times` times (default for ever); the newest match wins. */
	fault(match: FaultMatch, fault: Fault, times?: number): void;
	/** Forgets requests and faults, keeps content. */
	reset(): void;
	close(): Promise<void>;
}

/** Starts a registry with no content; fill it with `fillSampleImages` or `put`. */
export async function startFakeRegistry(options: FakeRegistryOptions = {}): Promise<FakeRegistry> {
	const store = createStore();
	const profile = typeof options.profile === 'object' ? options.profile : profiles[options.profile ?? 'distribution'];
	const requests: LoggedRequest[] = [];
	const faults: { readonly match: FaultMatch; readonly fault: Fault; left: number }[] = [];
	const sockets = new Set<Socket>();
	const timers = new Set<NodeJS.Timeout>();
	let active = 0;
	let mostAtOnce = 0;

	const answer = (request: IncomingMessage, response: ServerResponse): void => {
		active++;
		mostAtOnce = Math.max(mostAtOnce, active);
		response.once('close', () => { active--; });
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('error', () => undefined);
		request.on('end', () => {
			const body = Buffer.concat(chunks);
			const entry = {
				method: request.method ?? 'GET', url: request.url ?? '/', body: body.toString('latin1'), status: 0,
				headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value])),
			};
			requests.push(entry);
			response.once('finish', () => { entry.status = response.statusCode; });
			const go = (): void => { respond(entry, body, request, response); };
			if (!options.latencyMs) { go(); return; }
			const timer = setTimeout(() => { timers.delete(timer); go(); }, options.latencyMs);
			timers.add(timer);
		});
	};
	const server = options.tls
		? createTlsServer({ ...options.tls, rejectUnauthorized: options.tls.requestCert === true }, answer)
		: createHttpServer(answer);
	server.on('connection', socket => { sockets.add(socket); socket.once('close', () => sockets.delete(socket)); socket.on('error', () => undefined); });
	server.on('tlsClientError', () => undefined);
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(options.port ?? 0, '127.0.0.1', resolve);
	});
	const port = (server.address() as AddressInfo).port;
	const host = `${options.hostName ?? '127.0.0.1'}:${port}`;
	const origin = `${options.tls ? 'https' : 'http'}://${host}`;
	const authority = createAuthority(options.auth ?? { type: 'open' }, profile, origin, store);

	function respond(entry: LoggedRequest, body: Buffer, request: IncomingMessage, response: ServerResponse): void {
		const url = new URL(entry.url, origin);
		const hit = faults.findLast(({ match, left }) => left > 0
			&& (match.method === undefined || match.method === entry.method)
			&& (match.path === undefined || match.path.test(entry.url))
			&& (match.authorized === undefined || match.authorized === (entry.headers['authorization'] !== undefined)));
		if (hit) {
			hit.left--;
			if (playFault(hit.fault, { url, request, response, origin, timers })) { return; }
		}
		const reply = authority.token(entry, url)
			?? authority.refuse(entry, url)
			?? serveContent({ method: entry.method, url, headers: entry.headers, body }, store, profile, options, authority.userOf(entry) !== undefined);
		write(entry.method, reply, response);
	}

	return {
		...store,
		host, origin, port, requests, authority,
		get mostAtOnce() { return mostAtOnce; },
		makePrivate(repository: string, users?: readonly string[]) { authority.restrict(repository, users); },
		fault(match: FaultMatch, fault: Fault, times = Number.POSITIVE_INFINITY) { faults.push({ match, fault, left: times }); },
		reset() { requests.length = 0; faults.length = 0; mostAtOnce = active; },
		async close() {
			for (const timer of timers) { clearTimeout(timer); clearInterval(timer); }
			const closed = new Promise<void>(resolve => server.close(() => { resolve(); }));
			for (const socket of sockets) { socket.destroy(); }
			await closed;
		},
	};
}

function write(method: string, reply: Reply, response: ServerResponse): void {
	response.statusCode = reply.status;
	response.setHeader('docker-distribution-api-version', 'registry/2.0');
	for (const [name, value] of Object.entries(reply.headers ?? {})) { response.setHeader(name, value); }
	const body = reply.body ?? Buffer.alloc(0);
	if (!response.hasHeader('content-length')) { response.setHeader('content-length', body.length); }
	response.end(method === 'HEAD' ? undefined : body);
}
