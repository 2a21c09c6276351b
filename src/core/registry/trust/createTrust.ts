import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import type { HostTrust } from '../transport/dispatchers.ts';
import type { RegistryFiles } from '../options.ts';
import { hostCertificates } from './hostCertificates.ts';

/** What decides whom to trust. */
export interface TrustOptions {
	readonly files: RegistryFiles;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly homeFolder: string;
	readonly extraCAs: readonly string[];
	readonly insecure: (host: string) => boolean;
}

/** Answers per `host[:port]`; reads each file once. */
export function createTrust(options: TrustOptions): (host: string) => Promise<HostTrust> {
	const known = new Map<string, Promise<HostTrust>>();
	let system: Promise<{ readonly extra: readonly string[]; readonly context: SecureContext | undefined }> | undefined;
	return host => {
		const found = known.get(host);
		if (found) { return found; }
		const made = trustOf(host);
		known.set(host, made);
		return made;
	};

	async function trustOf(host: string): Promise<HostTrust> {
		system ??= loadSystem(options);
		const { extra, context } = await system;
		const own = await hostCertificates(host, options);
		const verify = !options.insecure(host);
		if (own.cas.length === 0 && !own.client) { return { verify, key: verify ? 'system' : 'insecure', ...(context ? { secureContext: context } : {}) }; }
		const secureContext = contextOf([...extra, ...own.cas], own.client);
		return { verify, key: `host ${host} ${verify ? '' : 'insecure'}`, ...(secureContext ? { secureContext } : {}) };
	}
}

async function loadSystem({ files, environment, extraCAs }: TrustOptions): Promise<{ readonly extra: readonly string[]; readonly context: SecureContext | undefined }> {
	const named = [environment['SSL_CERT_FILE'], environment['NODE_EXTRA_CA_CERTS']].filter(path => path !== undefined && path !== '');
	const texts = await Promise.all(named.map(path => files.readText(path ?? '')));
	const bundle = environment['SSL_CERT_FILE'] ? undefined : await firstOf(files, systemBundles);
	const extra = [...extraCAs, ...texts, bundle].filter(text => text !== undefined && text.includes('BEGIN')) as string[];
	return { extra, context: extra.length === 0 ? undefined : contextOf(extra, undefined) };
}

/** Where Linux distributions keep the bundle (Go's list). */
const systemBundles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem', '/etc/ssl/cert.pem'];

async function firstOf(files: RegistryFiles, paths: readonly string[]): Promise<string | undefined> {
	for (const path of paths) {
		const text = await files.readText(path);
		if (text !== undefined) { return text; }
	}
	return undefined;
}

/** Naming any authority replaces Node's own list, so that is named too. A broken certificate file leaves Node's own trust. */
function contextOf(extra: readonly string[], client: { readonly cert: string; readonly key: string } | undefined): SecureContext | undefined {
	try {
		return createSecureContext({ ca: [...rootCertificates, ...extra], ...client });
	} catch {
		return client ? contextOf(extra, undefined) : undefined;
	}
}
