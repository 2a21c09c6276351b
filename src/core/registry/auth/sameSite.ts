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
	'afraid.org', 'amazonaws.com', 'amazonaws.com.cn', 'amplifyapp.com', 'appdomain.cloud', 'appspot.com', 'asuscomm.com', 'awsapprunner.com', 'aws', 'azure-api.net', 'azurecr.io', 'azurecr.cn', 'azurecr.us',
	'azurecontainer.io', 'azurecontainerapps.io', 'azureedge.net', 'azurefd.net', 'azurestaticapps.net', 'azurewebsites.net', 'b-cdn.net', 'cleverapps.io', 'cloudapp.azure.com', 'cloudapp.net', 'cloudfront.net', 'core.windows.net',
	'cloudns.net', 'ddns.net', 'ddnss.de', 'deno.dev', 'digitaloceanspaces.com', 'diskstation.me', 'duckdns.org', 'dyndns.org', 'dynv6.net', 'elasticbeanstalk.com', 'fastly.net', 'firebaseapp.com', 'fly.dev', 'fritz.box', 'github.dev', 'github.io',
	'gitlab.io', 'gitpod.io', 'glitch.me', 'googleapis.com', 'herokuapp.com', 'home.arpa', 'hopto.org', 'internal', 'jfrog.io', 'lan', 'loca.lt', 'local', 'localhost', 'localhost.direct', 'localtest.me', 'lvh.me', 'mooo.com', 'mybluemix.net',
	'myfritz.net', 'myqnapcloud.com', 'netlify.app', 'ngrok.app', 'ngrok.dev', 'ngrok.io', 'ngrok-free.app', 'ngrok-free.dev', 'nip.io', 'no-ip.org', 'ondigitalocean.app', 'onrender.com', 'openshiftapps.com', 'pages.dev', 'pkg.dev', 'r2.dev',
	'railway.app', 'readthedocs.io', 'repl.co', 'replit.dev', 'run.app', 'scw.cloud', 'spdns.de', 'sslip.io', 'surge.sh', 'synology.me', 'sytes.net', 'traefik.me', 'trafficmanager.net', 'trycloudflare.com', 'ts.net', 'vercel.app', 'web.app',
	'workers.dev', 'zapto.org',
]);
