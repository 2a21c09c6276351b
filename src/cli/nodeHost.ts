import { resolve } from 'node:path';
import type { EngineHost } from '../core/engine/contract.ts';
import { decodeText } from '../core/util/decodeText.ts';
import { listens } from '../core/registry/transport/listens.ts';
import { readRegular } from './readRegular.ts';

/** The engine's host on a plain Node: files below `cwd` or absolute, the process' environment, a TCP probe. */
export function nodeHost(cwd: string, environment: EngineHost['environment'], network: boolean): EngineHost {
	return {
		environment,
		read(file) { return Promise.resolve(decoded(resolve(cwd, file))); },
		...(network ? { listens } : {}),
	};
}

function decoded(path: string): string | undefined {
	try { return decodeText(readRegular(path)); } catch { return undefined; }
}
