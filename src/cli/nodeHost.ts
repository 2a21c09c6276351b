import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { EngineHost } from '../core/engine/contract.ts';
import { decodeText, maximumFileSize } from '../core/util/decodeText.ts';
import { listens } from '../core/registry/transport/listens.ts';

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
