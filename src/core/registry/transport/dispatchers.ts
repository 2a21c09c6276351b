/// <reference path="./undiciParts.d.ts" />
import type { Dispatcher } from 'undici';
import Agent from 'undici/lib/dispatcher/agent.js';
import ProxyAgent from 'undici/lib/dispatcher/proxy-agent.js';
import Pool from 'undici/lib/dispatcher/pool.js';
import connectThrough from 'undici/lib/api/api-connect.js';
import type { SecureContext } from 'node:tls';
import { proxyFor, type ProxySettings } from './proxyFor.ts';

/** How one host's TLS is judged. */
export interface HostTrust {
	/** `undefined`: Node's own. */
	readonly secureContext?: SecureContext;
	/** False for hosts that the user listed as insecure. */
	readonly verify: boolean;
	/** Hosts with the same key share connections and contexts. */
	readonly key: string;
}

/** How one URL is reached: with its pool, through a proxy or directly. */
export interface Way { readonly dispatcher: Dispatcher; readonly proxy?: string }

/** Connection pools by proxy and trust; made on first need. */
export interface Dispatchers {
	for(url: URL, trust: HostTrust | undefined): Way;
	/** Ends all connections at once. */
	dispose(): Promise<void>;
}

/** `connectMs` bounds DNS, TCP and TLS together. */
export function createDispatchers(settings: ProxySettings, connectMs: number): Dispatchers {
	const made = new Map<string, Dispatcher>();
	return {
		for(url, trust) {
			const proxy = proxyFor(url, settings);
			const key = `${proxy ?? ''} ${url.protocol === 'https:' ? trust?.key ?? '' : ''}`;
			const found = made.get(key);
			if (found) { return way(found, proxy); }
			const tls = url.protocol === 'https:' && trust
				? { rejectUnauthorized: trust.verify, ...(trust.secureContext ? { secureContext: trust.secureContext } : {}) }
				: {};
			const common = { keepAliveTimeout: 4000, connections: 8, bodyTimeout: 0, headersTimeout: 0, maxHeaderSize: 65536 };
			const dispatcher = proxy === undefined
				? new Agent({ ...common, connect: { timeout: connectMs, ...tls } })
				: new ProxyAgent({
					...common,
					uri: proxy,
					proxyTunnel: url.protocol === 'https:',
					requestTls: tls,
					connectTimeout: connectMs,
					clientFactory: toProxy,
				});
			made.set(key, dispatcher);
			return way(dispatcher, proxy);
		},
		async dispose() {
			const all = [...made.values()];
			made.clear();
			await Promise.all(all.map(dispatcher => dispatcher.destroy().catch(() => undefined)));
		},
	};
}

function way(dispatcher: Dispatcher, proxy: string | undefined): Way {
	return { dispatcher, ...(proxy === undefined ? {} : { proxy }) };
}

/** Connections to a proxy. It is undici's index, which is not loaded, that gives pools their method for tunnels. */
function toProxy(origin: URL, options: object): Dispatcher {
	const pool = new Pool(origin, options);
	return Object.assign(pool, {
		connect: async (request: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData<unknown>> => {
			try {
				return await connectThrough.call(pool, request);
			} catch (error) {
				// Undici takes a socket that was closed before the tunnel stood for one to open anew, and opens it without end.
				throw error instanceof Error && (error as NodeJS.ErrnoException).code === 'UND_ERR_SOCKET'
					? Object.assign(new Error(error.message), { code: 'ECONNRESET' })
					: error;
			}
		},
	});
}
