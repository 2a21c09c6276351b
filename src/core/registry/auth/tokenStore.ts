import { createHash } from 'node:crypto';
import type { Login } from '../credentials/credentialSource.ts';
import type { Token } from './requestToken.ts';

/** Tokens by what they open and for whom; in memory only. */
export interface TokenStore {
	get(key: string): Token | undefined;
	set(key: string, token: Token): void;
	drop(key: string): void;
	clear(): void;
}

/** Keeps at most a thousand. */
export function createTokenStore(clock: () => number): TokenStore {
	const tokens = new Map<string, Token>();
	return {
		get(key) {
			const token = tokens.get(key);
			return token && token.expires > clock() ? token : undefined;
		},
		set(key, token) {
			tokens.delete(key);
			tokens.set(key, token);
			if (tokens.size > 1000) { tokens.delete(tokens.keys().next().value ?? ''); }
		},
		drop(key) { tokens.delete(key); },
		clear() { tokens.clear(); },
	};
}

/** Identity of a token: registry, realm, service, scope and who asks. */
export function tokenKey(origin: string, realm: URL, service: string | undefined, scope: string, login: Login | undefined): string {
	return [origin, realm.href, service ?? '', scope, login ? createHash('sha256').update(JSON.stringify(login)).digest('base64') : ''].join('\n');
}
