import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import type { EngineHost } from '../core/engine/contract.ts';
import { decodeText, maximumFileSize } from '../core/util/decodeText.ts';

const probeTimeout = 500;

/** The engine's host on a plain Node: files below `cwd` or absolute, the process' environment, a TCP probe. */
export function nodeHost(cwd: string, environment: EngineHost['environment'], network: boolean): EngineHost {
	return {
		environment,
		async read(file) {
			const path = resolve(cwd, file);
			try {
				const status = await stat(path);
				if (!status.isFile() || status.size > maximumFileSize) { return undefined; }
				return decodeText(await readFile(path));
			} catch {
				return undefined;
			}
		},
		...(network ? { listens } : {}),
	};
}

/** Does anything accept a TCP connection there? `host` may carry a port (default 443). */
function listens(host: string, signal?: AbortSignal): Promise<boolean | undefined> {
	const [, name, port] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
	return new Promise(done => {
		const socket = connect({ host: name ?? host, port: Number(port ?? 443), timeout: probeTimeout });
		const finish = (answer: boolean | undefined): void => {
			socket.destroy();
			done(answer);
		};
		socket.once('connect', () => finish(true));
		socket.once('error', () => finish(false));
		socket.once('timeout', () => finish(undefined));
		signal?.addEventListener('abort', () => finish(undefined), { once: true });
	});
}
