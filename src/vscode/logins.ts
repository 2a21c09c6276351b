import type * as vscode from 'vscode';

/** A name and a password or token. */
export interface Login { readonly username: string; readonly password: string }

const key = (host: string): string => `login:${host}`;

/** The login kept for exactly this host; `undefined` when there is none or it cannot be read. */
export async function findLogin(secrets: vscode.SecretStorage, host: string): Promise<Login | undefined> {
	try {
		const kept: unknown = JSON.parse(await secrets.get(key(host)) ?? 'null');
		return isLogin(kept) ? { username: kept.username, password: kept.password } : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps a login for exactly this host. */
export async function keepLogin(secrets: vscode.SecretStorage, host: string, login: Login): Promise<void> {
	await secrets.store(key(host), JSON.stringify(login));
}

/** Forgets it; nothing happens when there is none. */
export async function forgetLogin(secrets: vscode.SecretStorage, host: string): Promise<void> {
	await secrets.delete(key(host));
}

function isLogin(value: unknown): value is Login {
	return typeof value === 'object' && value !== null && 'username' in value && typeof value.username === 'string'
		&& 'password' in value && typeof value.password === 'string';
}
