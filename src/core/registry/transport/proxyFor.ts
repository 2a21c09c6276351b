import { inAddressRange } from './addressRange.ts';
import { isLoopbackName } from './privateAddress.ts';

/** The proxy settings in force; empty strings mean none. */
export interface ProxySettings {
	readonly http: string;
	readonly https: string;
	readonly noProxy: string;
}

/** Proxy settings from the environment (lower case wins, as in curl), replaced value by value. */
export function proxySettings(environment: Readonly<Record<string, string | undefined>>, own: Partial<ProxySettings> = {}): ProxySettings {
	const read = (name: string): string => environment[name.toLowerCase()] ?? environment[name] ?? '';
	return { http: own.http ?? read('HTTP_PROXY'), https: own.https ?? read('HTTPS_PROXY'), noProxy: own.noProxy ?? read('NO_PROXY') };
}

/** The proxy for a URL; `undefined` to connect directly. Loopback hosts are never proxied, as Docker's own tools do. */
export function proxyFor(url: URL, settings: ProxySettings): string | undefined {
	const proxy = url.protocol === 'https:' ? settings.https : settings.http;
	const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
	if (proxy === '' || isLoopbackName(host)) { return undefined; }
	const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
	const excluded = settings.noProxy.split(/[,\s]+/).some(entry => excludes(entry.trim().toLowerCase(), host, port));
	return excluded ? undefined : proxy.includes('://') ? proxy : `http://${proxy}`;
}

function excludes(entry: string, host: string, port: string): boolean {
	if (entry === '') { return false; }
	if (entry === '*') { return true; }
	if (entry.includes('/')) { return inAddressRange(entry, host); }
	const [, name = '', onPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
	if (onPort !== undefined && onPort !== port) { return false; }
	const suffix = name.replace(/^\*?\./, '');
	return host.endsWith(`.${suffix}`) || host === suffix;
}
