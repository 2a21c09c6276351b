import * as vscode from 'vscode';
import type { CredentialSource } from '../../core/registry/credentials/credentialSource.ts';
import type { RegistryOptions } from '../../core/registry/options.ts';
import { findLogin } from '../logins.ts';
import type { Output } from '../output.ts';
import type { Settings } from '../settings.ts';

/** What a registry client of this window is made from: settings, the editor's proxy and certificates, its secret storage. */
export function registryOptions({ registry, check }: Settings, context: vscode.ExtensionContext, output: Output): RegistryOptions {
	const http = vscode.workspace.getConfiguration('http');
	const proxy = http.get<string>('proxy');
	const noProxy = http.get<string[]>('noProxy') ?? [];
	return {
		credentials: registry.credentials.map(source => (source === 'vscode' ? secretSource(context) : source)),
		insecureHosts: registry.insecureHosts,
		allowHosts: registry.allowHosts,
		denyHosts: registry.denyHosts,
		timeoutMs: registry.timeout,
		tagMaxAgeSeconds: registry.tagMaxAge,
		cacheFolder: vscode.Uri.joinPath(context.globalStorageUri, 'registry').fsPath,
		gate: () => (!vscode.workspace.isTrusted ? 'untrusted' : check.offline ? 'offline' : undefined),
		...proxy && { proxy: { http: proxy, https: proxy, ...noProxy.length > 0 && { noProxy: noProxy.join(',') } } },
		log: line => output.trace(line),
	};
}

/** Logins kept by *Log in to registry*, in the editor's own secret storage. */
function secretSource(context: vscode.ExtensionContext): CredentialSource {
	return {
		name: 'vscode',
		async find(host) {
			const login = await findLogin(context.secrets, host);
			return login ? { login: { type: 'password', source: 'VS Code', ...login } } : {};
		},
	};
}
