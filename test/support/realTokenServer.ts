import { createPrivateKey, randomUUID, sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { projectFile } from './projectFile.ts';

/** A token server for a real registry (distribution's token specification): signs what it grants, so the registry can check it. */
export interface RealTokenServer {
	readonly realm: string;
	readonly service: string;
	readonly issuer: string;
	/** File of the authority whose signatures the registry believes. */
	readonly roots: string;
	/** `Bearer …` that may do everything with a repository, for filling the registry. */
	pass(repository: string): string;
	/** Requests so far. */
	readonly asked: readonly { readonly method: string; readonly scope: string; readonly user: string | undefined }[];
	stop(): Promise<void>;
}

/** Everybody may pull `everybody`, the user everything; `refresh` is exchanged for the user's rights. */
export async function startRealTokenServer({ user, password, refresh, everybody }: { readonly user: string; readonly password: string; readonly refresh: string; readonly everybody: readonly string[] }): Promise<RealTokenServer> {
	const asked: { method: string; scope: string; user: string | undefined }[] = [];
	const service = 'pullcheck tests';
	const issuer = 'pullcheck token server';
	const key = createPrivateKey(readFileSync(projectFile('test/support/tls/server.key')));
	const certificate = new X509Certificate(readFileSync(projectFile('test/support/tls/server.pem'))).raw.toString('base64');

	const signed = (subject: string, access: readonly object[]): string => {
		const now = Math.floor(Date.now() / 1000);
		const parts = [{ typ: 'JWT', alg: 'ES256', x5c: [certificate] }, { iss: issuer, sub: subject, aud: service, exp: now + 300, nbf: now - 10, iat: now, jti: randomUUID(), access }];
		const text = parts.map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
		return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
	};
	/** `undefined`: nobody in particular; `false`: somebody who is not let in. */
	const userOf = ({ headers }: IncomingMessage, form: URLSearchParams): string | false | undefined => {
		if (form.has('refresh_token')) { return form.get('refresh_token') === refresh ? user : false; }
		if (headers.authorization === undefined) { return undefined; }
		return headers.authorization === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` ? user : false;
	};
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', chunk => { body += String(chunk); }).on('end', () => {
			const form = request.method === 'POST' ? new URLSearchParams(body) : new URL(request.url ?? '/', 'http://here').searchParams;
			const who = userOf(request, form);
			const scope = form.get('scope') ?? '';
			asked.push({ method: request.method ?? '', scope, user: who === false ? 'nobody' : who });
			response.setHeader('content-type', 'application/json');
			if (who === false) {
				response.writeHead(401).end(JSON.stringify({ errors: [{ code: 'UNAUTHORIZED', message: 'incorrect username or password' }] }));
				return;
			}
			const [, name = ''] = /^repository:(.+):[a-z,*]+$/.exec(scope) ?? [];
			const token = signed(who ?? '', name !== '' && (who !== undefined || everybody.includes(name)) ? [{ type: 'repository', name, actions: ['pull'] }] : []);
			response.end(JSON.stringify(request.method === 'POST' ? { access_token: token } : { token, expires_in: 300 }));
		});
	});
	await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
	return {
		realm: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, service, issuer, roots: projectFile('test/support/tls/ca.pem'), asked,
		pass: name => `Bearer ${signed(user, [{ type: 'repository', name, actions: ['pull', 'push'] }])}`,
		stop: () => new Promise(resolve => { server.close(() => { resolve(); }); server.closeAllConnections(); }),
	};
}
