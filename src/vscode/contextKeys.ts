import * as vscode from 'vscode';
import type { Session } from './session.ts';
import { throttle } from './session/throttle.ts';
import { prepareViews, workspaceViews } from './view/workspaceViews.ts';

/** Keeps the keys that menus, keys and welcome texts look at: each is set only when it changes. */
export function createContextKeys(session: Session): vscode.Disposable {
	const known = new Map<string, unknown>();
	const set = (key: string, value: unknown): void => {
		if (known.get(key) === value) { return; }
		known.set(key, value);
		void vscode.commands.executeCommand('setContext', `pullcheck.${key}`, value);
	};
	const cursor = throttle(() => {
		const editor = vscode.window.activeTextEditor;
		set('onReference', editor !== undefined && session.useAt(editor.document, editor.selection.active) !== undefined);
	}, 50);
	const show = (): void => {
		set('hasFiles', session.states.size > 0);
		set('hasReferences', workspaceViews(session).length > 0);
		set('offline', session.settings.check.offline && session.trusted);
		set('busy', session.progress !== undefined);
		cursor();
	};
	const update = throttle(() => { void prepareViews(session).then(show); }, () => (session.states.size > 300 ? 1000 : 100));
	update();
	return vscode.Disposable.from(update, cursor,
		session.onDidChange(update), session.onDidProgress(update), session.onDidChangeSettings(update),
		vscode.window.onDidChangeTextEditorSelection(cursor), vscode.window.onDidChangeActiveTextEditor(cursor));
}
