import * as vscode from 'vscode';
import { t } from '../l10n.ts';
import type { Command } from './core.ts';

/** Explains the selected text, else what is on the clipboard, else what is typed. */
export const explain: Command = {
	id: 'explain',
	async run({ explained }, argument) {
		const text = typeof argument === 'string' ? argument : await textToExplain();
		if (text) { await explained.add(text); }
	},
};

async function textToExplain(): Promise<string | undefined> {
	const editor = vscode.window.activeTextEditor;
	const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
	if (selected.trim() !== '') { return selected; }
	const copied = await vscode.env.clipboard.readText();
	if (copied.trim() !== '') { return copied; }
	return vscode.window.showInputBox({ title: t('Explain error'), placeHolder: 'manifest for node:20-alpin not found: manifest unknown' });
}
