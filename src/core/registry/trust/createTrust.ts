import { delimiter } from 'node:path';
import type { SecureContext } from 'node:tls';
import type { HostTrust } from '../transport/dispatchers.ts';
import type { RegistryFiles } from '../options.ts';
import { hostCertificates, type HostCertificates } from './hostCertificates.ts';

/** What decides whom to trust. */
export interface TrustOptions {
	readonly files: RegistryFiles;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly homeFolder: string;
	readonly extraCAs: readonly string[];
	readonly insecure: (host: string) => boolean;
	/** More certificates for a host, from where the way to it is written. */
	readonly named?: (host: string) => HostCertificates | undefined;
}

/** Whom to trust, per `host[:port]`. */
export interface Trust {
	/** Node's own authorities, and those kept for this host. */
	of(host: string): Promise<HostTrust>;
	/**
	 * From now on the system's and the user's authorities count for this host too; false when that changes nothing.
	 * Only hosts that need them pay for reading hundreds of certificates.
	 */
	widen(host: string): Promise<boolean>;
}

/** Reads each file once. */
export function createTrust(options: TrustOptions): Trust {
	const known = new Map<string, Promise<HostTrust>>();
	const wide = new Map<string, Promise<boolean>>();
	let system: Promise<{ readonly extra: readonly string[]; readonly context: SecureContext | undefined }> | undefined;
	return {
		of(host) {
			const found = known.get(host);
			if (found) { return found; }
			const made = narrow(host);
			known.set(host, made);
			return made;
		},
		widen(host) {
			const found = wide.get(host) ?? widened(host);
			wide.set(host, found);
			return found;
		},
	};

	async function widened(host: string): Promise<boolean> {
		system ??= loadSystem(options);
		const { extra, context } = await system;
		if (!context) { return false; }
		const own = await ownOf(host);
		const verify = !options.insecure(host);
		const shared = own.cas.length === 0 && !own.client;
		known.set(host, Promise.resolve(shared ? { verify, key: verify ? 'system' : 'insecure', secureContext: context } : withOwn(host, verify, extra, own)));
		return true;
	}

	async function ownOf(host: string): Promise<HostCertificates> {
		const kept = await hostCertificates(host, options);
		const named = options.named?.(host);
		return named ? { ...kept, ...named, cas: [...kept.cas, ...named.cas] } : kept;
	}

	async function narrow(host: string): Promise<HostTrust> {
		const own = await ownOf(host);
		const verify = !options.insecure(host);
		return own.cas.length === 0 && !own.client ? { verify, key: verify ? 'node' : 'insecure' } : withOwn(host, verify, [], own);
	}
}

function withOwn(host: string, verify: boolean, extra: readonly string[], own: HostCertificates): HostTrust {
	const secureContext = contextOf([...extra, ...own.cas], own.client);
	return { verify, key: `host ${host} ${extra.length}${verify ? '' : ' insecure'}`, ...(secureContext ? { secureContext } : {}) };
}

async function loadSystem({ files, environment, extraCAs }: TrustOptions): Promise<{
	readonly extra: readonly string[];
	readonly context: SecureContext | undefined
}> {
	const named = [environment['SSL_CERT_FILE'], environment['NODE_EXTRA_CA_CERTS']].filter(path => path !== undefined && path !== '');
	const texts = await Promise.all(named.map(path => files.readText(path ?? '')));
	const folders = (environment['SSL_CERT_DIR'] ?? '').split(delimiter).filter(folder => folder !== '');
	const listed = await Promise.all(folders.map(async folder => Promise.all((await files.list(folder)).map(name => files.readText(`${folder}/${name}`)))));
	const bundle = environment['SSL_CERT_FILE'] ? undefined : await firstOf(files, systemBundles);
	const extra = [...extraCAs, ...texts, ...listed.flat(), bundle].filter(text => text !== undefined && text.includes('BEGIN')) as string[];
	return { extra, context: extra.length === 0 ? undefined : contextOf(extra, undefined) };
}

/** Where Linux distributions keep the bundle (Go's list). */
const systemBundles = [
	'/etc/ssl/certs/ca-certificates.crt',
	'/etc/pki/tls/certs/ca-bundle.crt',
	'/etc/ssl/ca-bundle.pem',
	'/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
	'/etc/ssl/cert.pem',
];

async function firstOf(files: RegistryFiles, paths: readonly string[]): Promise<string | undefined> {
	for (const path of paths) {
		const text = await files.readText(path);
		if (text !== undefined) { return text; }
	}
	return undefined;
}

/** Naming any authority replaces Node's own list, so that is named too. A broken certificate file leaves Node's own trust. */
function contextOf(extra: readonly string[], client: { readonly cert: string; readonly key: string } | undefined): SecureContext | undefined {
	// Loaded on first need: most hosts have no certificates of their own.
	const { createSecureContext, rootCertificates } = process.getBuiltinModule('node:tls');
	try {
		return createSecureContext({ ca: [...rootCertificates, ...extra], ...client });
	} catch {
		return client ? contextOf(extra, undefined) : undefined;
	}
}
