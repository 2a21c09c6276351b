import type { Socket } from 'node:net';

/** Who issued the certificate that a host shows, for a message; asks the host once, through the proxy if there is one, and sends nothing. */
export async function issuerOf(url: URL, proxy: string | undefined, timeoutMs: number): Promise<string | undefined> {
	const host = url.hostname.replace(/^\[|\]$/g, '');
	const port = Number(url.port === '' ? 443 : url.port);
	const tunnel = proxy === undefined ? undefined : await tunnelThrough(proxy, `${url.hostname}:${port}`, timeoutMs);
	if (proxy !== undefined && !tunnel) { return undefined; }
	return new Promise(resolve => {
		const socket = process.getBuiltinModule('node:tls').connect({
			...(tunnel ? { socket: tunnel } : { host, port }), rejectUnauthorized: false, timeout: timeoutMs,
			...(/[a-z]/i.test(host) && !host.includes(':') ? { servername: host } : {}),
		});
		const finish = (issuer: string | undefined): void => { socket.destroy(); tunnel?.destroy(); resolve(issuer); };
		socket.once('secureConnect', () => {
			const { issuer } = socket.getPeerCertificate() as { issuer?: Readonly<Record<string, unknown>> };
			const name = issuer?.['CN'] ?? issuer?.['O'];
			finish(typeof name === 'string' ? name.slice(0, 100) : undefined);
		});
		socket.once('error', () => { finish(undefined); });
		socket.once('timeout', () => { finish(undefined); });
	});
}

/** A connection to `host:port` that a proxy opens; `undefined` when it does not. */
async function tunnelThrough(proxy: string, target: string, timeoutMs: number): Promise<Socket | undefined> {
	const { protocol, username, password } = new URL(proxy);
	const { request } = protocol === 'https:' ? await import('node:https') : await import('node:http');
	return new Promise(resolve => {
		const login = username === ''
			? {}
			: { 'proxy-authorization': `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}` };
		const asked = request(
			proxy,
			{ method: 'CONNECT', path: target, headers: { host: target, ...login }, agent: false, timeout: timeoutMs, signal: AbortSignal.timeout(timeoutMs) },
		);
		asked.once('connect', ({ statusCode }, socket) => {
			if (statusCode === 200) { resolve(socket as Socket); return; }
			socket.destroy();
			resolve(undefined);
		});
		asked.once('response', answer => { answer.destroy(); resolve(undefined); });
		asked.once('error', () => { resolve(undefined); });
		asked.end();
	});
}
