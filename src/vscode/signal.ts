import type * as vscode from 'vscode';

/** The core cancels by `AbortSignal`; this bridges from the editor's token. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
	const controller = new AbortController();
	if (token.isCancellationRequested) { controller.abort(); }
	token.onCancellationRequested(() => controller.abort());
	return controller.signal;
}
