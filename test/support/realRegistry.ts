import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from './projectFile.ts';
import { realTools } from './realTools.ts';
import type { RealTokenServer } from './realTokenServer.ts';

/** A real registry, the one that Docker publishes, on the loopback address with a storage of its own. */
export interface RealRegistry {
	/** As it stands in references: `127.0.0.1:41873`. */
	readonly host: string;
	readonly port: number;
	/** `http://127.0.0.1:41873`, or `https://localhost:41873` with TLS. */
	readonly url: string;
	/** Who may read and write; undefined: everybody. */
	readonly login?: { readonly username: string; readonly password: string };
	/** The file of the authority that signed its certificate; undefined: plain http. */
	readonly authority?: string;
	/** Ends it and removes what it stored. */
	stop(): Promise<void>;
}

/** How the registry is set up; without options it is open and speaks plain http on a free port. */
export interface RealRegistryOptions {
	/** Ask for `tester` and `secret` by Basic authentication. */
	readonly login?: boolean;
	readonly tls?: boolean;
	/** Ask for a token of this server. */
	readonly tokens?: Pick<RealTokenServer, 'realm' | 'service' | 'issuer' | 'roots'>;
	readonly port?: number;
}

/**
 * Starts a registry and waits until it answers.
 *
 * @throws when it ends at once (the message has what it printed), or when there is none on this machine and none can be got
 */
export async function startRealRegistry(options: RealRegistryOptions = {}): Promise<RealRegistry> {
	const tools = await realTools();
	const port = options.port ?? await freePort();
	if (await listens(port)) {
		throw new Error(`Port ${port} is taken: something else listens there.`);
	}
	const folder = await mkdtemp(join(tmpdir(), 'pullcheck-registry-'));
	await writeFile(join(folder, 'config.json'), JSON.stringify(configuration(folder, port, options)));
	await writeFile(join(folder, 'htpasswd'), `tester:${bcryptOfSecret}\n`);
	const child = spawn(tools.registry, ['serve', join(folder, 'config.json')], {
		env: { ...process.env, ...tools.env, OTEL_TRACES_EXPORTER: 'none' }, stdio: ['ignore', 'pipe', 'pipe'],
	});
	const endWithUs = (): void => { child.kill('SIGKILL'); };
	process.once('exit', endWithUs);
	const stop = async (): Promise<void> => {
		process.off('exit', endWithUs);
		await end(child);
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	};
	await whenListening(child, port).catch(async error => {
		await stop();
		throw error;
	});
	const name = options.tls ? 'localhost' : '127.0.0.1';
	return {
		host: `${name}:${port}`, port, url: `${options.tls ? 'https' : 'http'}://${name}:${port}`, stop,
		...options.login && { login: { username: 'tester', password: 'secret' } },
		...options.tls && { authority: projectFile('test/support/tls/ca.pem') },
	};
}

/** With the lowest cost, so that each request is fast. */
const bcryptOfSecret = '$2b$04$MuP0TdVsYoEwjRwCU.fsRuAPBWqXH89gfknEPVp3.Lj/FVmE4awDa';

/** The registry reads YAML, of which JSON is a part. */
function configuration(folder: string, port: number, { login, tls, tokens }: RealRegistryOptions): object {
	return {
		version: 0.1,
		log: { level: 'warn', accesslog: { disabled: true } },
		storage: { filesystem: { rootdirectory: join(folder, 'storage') }, delete: { enabled: true }, maintenance: { uploadpurging: { enabled: false } } },
		http: {
			addr: `127.0.0.1:${port}`,
			secret: 'for tests',
			...tls && { tls: { certificate: projectFile('test/support/tls/server.pem'), key: projectFile('test/support/tls/server.key') } },
		},
		...login && { auth: { htpasswd: { realm: 'pullcheck tests', path: join(folder, 'htpasswd') } } },
		...tokens && { auth: { token: { realm: tokens.realm, service: tokens.service, issuer: tokens.issuer, rootcertbundle: tokens.roots } } },
	};
}

async function whenListening(child: ChildProcess, port: number): Promise<void> {
	let printed = '';
	let ended: string | undefined;
	for (const stream of [child.stdout, child.stderr]) {
		stream?.on('data', chunk => { printed += chunk; });
	}
	child.once('error', error => { ended = error.message; });
	child.once('exit', code => { ended ??= `exit code ${code}`; });
	for (const limit = Date.now() + 20_000; Date.now() < limit;) {
		if (ended) {
			throw new Error(`The registry ended at once, with ${ended}:\n${printed}`);
		}
		if (await listens(port)) {
			return;
		}
		await new Promise(resolve => { setTimeout(resolve, 20); });
	}
	throw new Error(`The registry did not listen within 20 s:\n${printed}`);
}

async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
		return;
	}
	await new Promise(resolve => {
		child.once('exit', resolve);
		child.kill('SIGKILL');
	});
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve); });
	const address = server.address();
	await new Promise(resolve => { server.close(resolve); });
	return address && typeof address === 'object' ? address.port : 0;
}

/** True when somebody listens on the port. */
async function listens(port: number): Promise<boolean> {
	return new Promise(resolve => {
		const socket = connect(port, '127.0.0.1');
		socket.once('error', () => resolve(false));
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
	});
}
