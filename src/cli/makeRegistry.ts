import { isAbsolute, join } from 'node:path';
import { homedir } from 'node:os';
import { nodeFiles } from '../core/registry/nodeFiles.ts';
import type { RegistryFiles } from '../core/registry/options.ts';
import type { RegistryPort } from '../core/registry/port.ts';
import { entriesOf, statusOf, textOf } from './disk.ts';
import type { Streams } from './streams.ts';

/** What the command line decides about the registry client. */
export interface RegistryChoice {
	readonly insecureHosts: readonly string[];
	readonly allowHosts: readonly string[];
	readonly denyHosts: readonly string[];
	/** Keep answers on disk between runs. */
	readonly cache: boolean;
}

/** The registry client with the user's own logins, and a cache below `XDG_CACHE_HOME`. */
export async function makeRegistry(streams: Streams, choice: RegistryChoice): Promise<RegistryPort> {
	// The HTTP client is most of the start-up time, and offline nobody needs it.
	const { createRegistry } = await import('../core/registry/createRegistry.ts');
	const { environment } = streams;
	const folder = cacheHome(environment);
	return createRegistry({
		environment, files,
		insecureHosts: choice.insecureHosts,
		allowHosts: choice.allowHosts,
		denyHosts: choice.denyHosts,
		endsSoon: true,
		...(choice.cache && folder !== undefined ? { cacheFolder: join(folder, 'pullcheck') } : {}),
	});
}

/**
 * A folder that is not absolute lies in the folder that is checked, where somebody else may have put answers: it does not count (XDG Base
 * Directory Specification).
 */
function cacheHome({ XDG_CACHE_HOME: named = '', HOME, USERPROFILE }: Streams['environment']): string | undefined {
	return [named, join(HOME || USERPROFILE || homedir(), '.cache')].find(isAbsolute);
}

const files: RegistryFiles = {
	// What is no regular file may take its time: `REGISTRY_AUTH_FILE=<(…)`.
	readText: path => statusOf(path)?.isFile() === false ? nodeFiles.readText(path) : Promise.resolve(textOf(path)),
	list: folder => Promise.resolve(namesIn(folder)),
};

function namesIn(folder: string): readonly string[] {
	try { return entriesOf(folder).map(({ name }) => name); } catch { return []; }
}
