import { isIP } from 'node:net';

/**
 * True when two host names (no ports) belong together: equal, or under one registrable domain. Addresses and single
 * labels belong only to themselves. Without the full public suffix list, suffixes that rent out names are listed here.
 */
export function sameSite(one: string, other: string): boolean {
	const a = one.toLowerCase();
	const b = other.toLowerCase();
	if (a === b) { return true; }
	const site = registrable(a);
	return site !== undefined && site === registrable(b);
}

function registrable(host: string): string | undefined {
	if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) { return undefined; }
	const labels = host.split('.');
	const shared = [...sharedSuffixes].find(suffix => host === suffix || host.endsWith(`.${suffix}`));
	const size = shared !== undefined ? shared.split('.').length + 1
		: labels.length > 2 && labels.at(-1)?.length === 2 && secondLevel.has(labels.at(-2) ?? '') ? 3 : 2;
	return labels.length < size ? undefined : labels.slice(-size).join('.');
}

const secondLevel = new Set(['ac', 'co', 'com', 'edu', 'go', 'gov', 'ne', 'net', 'or', 'org']);

const sharedSuffixes = new Set([
	'amazonaws.com', 'amazonaws.com.cn', 'aws', 'azurecr.io', 'azurecr.cn', 'azurecr.us', 'azurewebsites.net', 'cloudapp.azure.com', 'cloudfront.net', 'core.windows.net',
	'ddns.net', 'digitaloceanspaces.com', 'duckdns.org', 'fly.dev', 'github.io', 'gitlab.io', 'googleapis.com', 'herokuapp.com', 'internal', 'jfrog.io', 'lan', 'local', 'localhost',
	'localhost.direct', 'localtest.me', 'lvh.me', 'netlify.app', 'ngrok.io', 'ngrok.app', 'ngrok-free.app', 'nip.io', 'ondigitalocean.app', 'onrender.com', 'pages.dev', 'pkg.dev', 'r2.dev',
	'run.app', 'sslip.io', 'traefik.me', 'trycloudflare.com', 'ts.net', 'vercel.app', 'web.app', 'workers.dev',
]);
