import { connect } from 'node:tls';

/** Who issued the certificate that a host shows, for a message; asks the host once, sends nothing. */
export function issuerOf(url: URL, timeoutMs: number): Promise<string | undefined> {
	return new Promise(resolve => {
		const servername = url.hostname.replace(/^\[|\]$/g, '');
		const socket = connect({
			host: servername, port: Number(url.port === '' ? 443 : url.port), rejectUnauthorized: false, timeout: timeoutMs,
			...(/[a-z]/i.test(servername) && !servername.includes(':') ? { servername } : {}),
		});
		const finish = (issuer: string | undefined): void => { socket.destroy(); resolve(issuer); };
		socket.once('secureConnect', () => {
			const { issuer } = socket.getPeerCertificate() as { issuer?: Readonly<Record<string, unknown>> };
			const name = issuer?.['CN'] ?? issuer?.['O'];
			finish(typeof name === 'string' ? name.slice(0, 100) : undefined);
		});
		socket.once('error', () => { finish(undefined); });
		socket.once('timeout', () => { finish(undefined); });
	});
}
