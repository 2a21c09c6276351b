import * as vscode from 'vscode';

/** The core's identity of a file: the path on disk, or `scheme://authority/path` elsewhere. Decoded, so that the core can join names to it. */
export function fileOf(uri: vscode.Uri): string {
	return uri.scheme === 'file' && !uri.authority ? uri.path : `${uri.scheme}://${uri.authority}${uri.path.startsWith('/') ? '' : '/'}${uri.path}`;
}

/** The address of a file that {@link fileOf} named. */
export function uriOf(file: string): vscode.Uri {
	const parts = /^([A-Za-z][A-Za-z0-9+.-]+):\/\/([^/]*)(\/.*)$/s.exec(file);
	if (!parts) { return vscode.Uri.from({ scheme: 'file', path: file }); }
	const [, scheme = '', authority = '', path = ''] = parts;
	return vscode.Uri.from({ scheme, authority, path: scheme === 'untitled' ? path.slice(1) : path });
}

/** The path as people know it: relative to the workspace folder. */
export function shownPath(file: string): string {
	return vscode.workspace.asRelativePath(uriOf(file));
}
