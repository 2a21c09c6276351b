import { isLoopbackName } from '../transport/privateAddress.ts';
import type { TomlTable, TomlValue } from './readToml.ts';

/** One place that containerd asks instead of a registry. */
export interface ContainerdHost {
	/** `host[:port]`. */
	readonly host: string;
	readonly scheme: 'http:' | 'https:';
	/** Path in front of the repository, which ends with `/v2` unless it is taken as it stands. */
	readonly root: string;
	/** In front of the repository, with a slash at its end; usually empty. */
	readonly prefix: string;
	/** `resolve`: it may be asked what a tag is; `pull`: for content by its digest. */
	readonly can: ReadonlySet<string>;
	readonly skipVerify: boolean;
	/** Files of authorities; relative ones are in the folder of hosts.toml. */
	readonly cas: readonly string[];
	/** Files of a client certificate and its key, which may be one file. */
	readonly client?: { readonly cert: string; readonly key: string };
}

/** What hosts.toml says: places in order, and the registry itself when it is said to be elsewhere. */
export interface ContainerdHosts {
	readonly hosts: readonly ContainerdHost[];
	readonly server?: ContainerdHost;
}

/** Reads containerd's hosts.toml (containerd, docs/hosts.md). A place with an address that cannot be used is left out. */
export function hostsToml(root: TomlTable): ContainerdHosts {
	const hosts = isTable(root['host']) ? Object.entries(root['host']).flatMap(([url, entry]) => hostOf(url, isTable(entry) ? entry : {}) ?? []) : [];
	const server = typeof root['server'] === 'string' ? hostOf(root['server'], root) : undefined;
	return { hosts, ...(server ? { server } : {}) };
}

function hostOf(address: string, entry: TomlTable): ContainerdHost | undefined {
	const loopback = isLoopbackName(address.replace(/[:/].*$/, ''));
	const full = address.includes('://') ? address : `${loopback ? 'http' : 'https'}://${address}`;
	if (!/^https?:\/\/[^/]/i.test(full) || !URL.canParse(full)) { return undefined; }
	const { host, protocol, pathname, username, password } = new URL(full);
	const path = pathname.replace(/\/+$/, '');
	if (username !== '' || password !== '') { return undefined; }
	// What follows /v2 in a path that is taken as it stands belongs to the repository: tokens are asked for it.
	const [, root = path, prefix = ''] = entry['override_path'] === true ? /^(.*?\/v2)(?:\/(.*))?$/.exec(path) ?? [] : [path, path.replace(/(\/v2)?$/, '/v2')];
	const can = texts(entry['capabilities']);
	const client = clientOf(entry['client']);
	return {
		host, scheme: protocol === 'http:' ? 'http:' : 'https:', root, prefix: prefix === '' ? '' : `${prefix}/`,
		can: new Set(can.length === 0 ? ['pull', 'resolve', 'push'] : can.map(one => one.toLowerCase())),
		skipVerify: entry['skip_verify'] === true, cas: texts(entry['ca']), ...(client ? { client } : {}),
	};
}

/** `"both.pem"`, `["both.pem"]`, `[["client.cert", "client.key"]]`: the first pair. */
function clientOf(value: TomlValue | undefined): ContainerdHost['client'] {
	const first = isList(value) ? value[0] : value;
	const [cert, key] = texts(first);
	return cert === undefined ? undefined : { cert, key: key ?? cert };
}

function texts(value: TomlValue | undefined): readonly string[] {
	return typeof value === 'string' ? [value] : isList(value) ? value.filter(one => typeof one === 'string') : [];
}

function isList(value: TomlValue | undefined): value is TomlValue[] {
	return Array.isArray(value);
}

function isTable(value: TomlValue | undefined): value is TomlTable {
	return typeof value === 'object' && !Array.isArray(value);
}
