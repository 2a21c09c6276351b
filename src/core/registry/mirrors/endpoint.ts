import { isLoopbackName } from '../transport/privateAddress.ts';
import { quirksOf, type RegistryQuirks } from '../quirks.ts';

/** One place to ask about a repository. */
export interface Endpoint {
	/** `host[:port]` connected to. */
	readonly host: string;
	/** Host under which logins are kept: the registry's own name, `docker.io` for Docker Hub. */
	readonly loginHost: string;
	/** Repository path there. */
	readonly path: string;
	/** Path in front of the repository, `/v2` as a rule. */
	readonly root: string;
	/** Protocols to try, in order. */
	readonly protocols: readonly ('http:' | 'https:')[];
	readonly insecure: boolean;
	readonly mirror: boolean;
	/** The registry that is meant, said to those that stand for several (`?ns=`). */
	readonly ns?: string;
	readonly quirks: RegistryQuirks;
}

/** The endpoint of a `host[:port]` and path. Plain http only for loopback names and hosts marked insecure. */
export function endpointOf(
	name: string,
	options: {
		readonly insecure: boolean;
		readonly mirror?: boolean;
		readonly scheme?: 'http:' | 'https:';
		readonly root?: string;
		readonly ns?: string; /** The registry in whose place it is asked. */
		readonly insteadOf?: string
	},
): Endpoint {
	const slash = name.indexOf('/');
	const named = slash === -1 ? name : name.slice(0, slash);
	const quirks = quirksOf(named, options.insteadOf);
	const host = quirks.apiHost ?? named;
	const loopback = isLoopbackName(host.replace(/:\d+$/, ''));
	const hasPort = /:\d+$/.test(host) && !host.endsWith(':443');
	const mayBePlain = loopback || options.insecure;
	// Local registries have an odd port and no TLS; elsewhere TLS is tried first, as Docker and podman do with hosts marked insecure.
	const protocols: Endpoint['protocols'] = options.scheme
		? [options.scheme]
		: !mayBePlain ? ['https:']
		: loopback && hasPort ? ['http:', 'https:']
		: ['https:', 'http:'];
	return {
		host, loginHost: quirks.apiHost === undefined ? named : 'docker.io', path: slash === -1 ? '' : name.slice(slash + 1),
		root: options.root ?? '/v2', ...(options.ns === undefined ? {} : { ns: options.ns }), protocols, insecure: options.insecure, mirror: options.mirror ?? false, quirks,
	};
}
