import type { CredentialSource } from './credentials/credentialSource.ts';
import type { RunHelper } from './credentials/runHelper.ts';

/** The few things the client reads from a disk, so that tests need none. Neither throws. */
export interface RegistryFiles {
	/** `undefined` when it cannot be read. */
	readText(path: string): Promise<string | undefined>;
	/** Names in a folder; none when it cannot be listed. */
	list(folder: string): Promise<readonly string[]>;
}

/** Everything a registry client is made from; an empty object gives a usable anonymous client with the user's own logins. */
export interface RegistryOptions {
	/** Sources of logins, asked in order; default Docker's files, then containers'. */
	readonly credentials?: readonly ('docker' | 'containers' | CredentialSource)[];
	/** Default: the process' environment. */
	readonly environment?: Readonly<Record<string, string | undefined>>;
	/** Default: from the environment, else the operating system. */
	readonly homeFolder?: string;
	readonly files?: RegistryFiles;
	/** `false`: credential helpers are never run. */
	readonly runHelper?: RunHelper | false;
	/** Hosts (`host[:port]`, `*.example.com`) spoken to over plain http or unverified TLS. */
	readonly insecureHosts?: readonly string[];
	/** Only these hosts are asked; empty or absent: all. */
	readonly allowHosts?: readonly string[];
	readonly denyHosts?: readonly string[];
	/** One request, from connecting to the last byte, milliseconds. Default 5000. */
	readonly timeoutMs?: number;
	/** Age at which a tag is asked again. Default 300. */
	readonly tagMaxAgeSeconds?: number;
	/** Folder of the lasting cache; absent: memory only. */
	readonly cacheFolder?: string;
	/** The process ends with `dispose`: what was learned is written as one file then, which is cheaper, and connections end with the process. */
	readonly endsSoon?: boolean;
	/** Milliseconds since 1970. */
	readonly clock?: () => number;
	/** Why nobody may be asked at this moment. */
	readonly gate?: () => 'offline' | 'untrusted' | undefined;
	/** Replaces the environment's proxy variables, value by value. */
	readonly proxy?: { readonly http?: string; readonly https?: string; readonly noProxy?: string };
	/** Certificates to trust besides the system's, PEM. */
	readonly extraCAs?: readonly string[];
	/** Requests at one time, to one host and to all. Default 3 and 6. */
	readonly concurrency?: { readonly perHost?: number; readonly total?: number };
	/** One line for a log; secrets are masked before it is called. */
	readonly log?: (line: string) => void;
}
