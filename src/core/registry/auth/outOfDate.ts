import type { Login } from '../credentials/credentialSource.ts';

/** Is the secret of a login a JSON Web Token (RFC 7519) whose `exp` is over? `now` in milliseconds since 1970. */
export function outOfDate(login: Login, now: number): boolean {
	const secret = login.type === 'password' ? login.password : login.token;
	const [, claims = '', ...rest] = secret.split('.');
	if (rest.length !== 1) { return false; }
	try {
		const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp?: unknown };
		return typeof exp === 'number' && exp * 1000 < now;
	} catch {
		return false;
	}
}
