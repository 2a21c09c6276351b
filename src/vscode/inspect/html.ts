import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { contentPolicy } from './contentPolicy.ts';

/** Where the bundle of the webview is. */
export function webviewFolder(extension: vscode.Uri): vscode.Uri {
	return vscode.Uri.joinPath(extension, 'dist', 'webview');
}

/**
 * The page: one script by nonce, one style sheet and the icon font from our own folder, nothing from anywhere else.
 * The toolkit makes an empty style element to try a selector; `csp-nonce` is where it looks for leave to do so.
 */
export function pageHtml(webview: vscode.Webview, extension: vscode.Uri): string {
	const nonce = randomBytes(18).toString('base64url');
	const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(webviewFolder(extension), name)).toString();
	const policy = contentPolicy(nonce, webview.cspSource);
	return `<!DOCTYPE html>
<html lang="${vscode.env.language.replace(/[^A-Za-z0-9-]/g, '')}">
<head>
	<meta charset="utf-8">
	<meta http-equiv="Content-Security-Policy" content="${policy}">
	<meta property="csp-nonce" content="${nonce}">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>Pullcheck</title>
	<link rel="stylesheet" href="${file('main.css')}">
</head>
<body>
	<script nonce="${nonce}" src="${file('main.js')}"></script>
</body>
</html>`;
}
