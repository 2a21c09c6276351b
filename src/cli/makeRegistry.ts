import { join } from 'node:path';
import { homedir } from 'node:os';
import type { RegistryPort } from '../core/registry/port.ts';
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
	const folder = environment['XDG_CACHE_HOME'] ?? join(environment['HOME'] ?? environment['USERPROFILE'] ?? homedir(), '.cache');
	return createRegistry({
		environment,
		insecureHosts: choice.insecureHosts,
		allowHosts: choice.allowHosts,
		denyHosts: choice.denyHosts,
		...(choice.cache ? { cacheFolder: join(folder, 'pullcheck'), packedCache: true } : {}),
	});
}
