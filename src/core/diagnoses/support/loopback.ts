/** True for `localhost`, `*.localhost` and loopback addresses, with or without port. */
export function isLoopbackHost(host: string): boolean {
	const name = hostName(host);
	return name === 'localhost' || name.endsWith('.localhost') || /^127(?:\.\d{1,3}){3}$/.test(name) || name === '[::1]';
}

/** True for public names that resolve to the machine that asks: `*.localhost.direct`, `*.127.0.0.1.nip.io`, … */
export function isLoopbackWildcard(host: string): boolean {
	const name = hostName(host);
	return suffixes.some(suffix => name === suffix || name.endsWith(`.${suffix}`))
		|| /(?:^|[.-])127[.-]\d{1,3}[.-]\d{1,3}[.-]\d{1,3}\.(?:nip|sslip)\.io$/.test(name);
}

const suffixes = ['localhost.direct', 'localtest.me', 'lvh.me', 'vcap.me', '127.ca', 'traefik.me'];

/** The name without port, lower case. */
export function hostName(host: string): string {
	return host.toLowerCase().replace(/:\d+$/, '');
}
