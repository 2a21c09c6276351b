import * as vscode from 'vscode';
import { fileOf } from '../fileId.ts';
import { t } from '../l10n.ts';
import { readText } from '../session/readText.ts';
import type { Command } from './core.ts';

/**
 * Explains the text or the file that it is called with, else the selected text, else the log that is open, else what is on the clipboard,
 * else a chosen file or what is typed.
 */
export const explain: Command = {
	id: 'explain',
	async run({ explained }, argument) {
		const text = typeof argument === 'string' ? argument : argument instanceof vscode.Uri ? await readText(fileOf(argument)) : await textToExplain();
		if (text) { await explained.add(text); }
	},
};

async function textToExplain(): Promise<string | undefined> {
	const editor = vscode.window.activeTextEditor;
	const selected = editor && !editor.selection.isEmpty ? editor.document.getText(editor.selection) : '';
	if (selected.trim() !== '') { return selected; }
	if (editor && /\.(?:log|out)$/i.test(editor.document.uri.path)) { return editor.document.getText(); }
	const copied = await vscode.env.clipboard.readText();
	if (copied.trim() !== '') { return copied; }
	return askForText();
}

/** A box for a line of output, with a button that opens a file instead. */
async function askForText(): Promise<string | undefined> {
	const input = vscode.window.createInputBox();
	input.title = t('Explain error');
	input.placeholder = 'manifest for node:20-alpin not found: manifest unknown';
	input.buttons = [{ iconPath: new vscode.ThemeIcon('folder-opened'), tooltip: t('Choose a file…') }];
	const answer = await new Promise<'file' | string | undefined>(resolve => {
		input.onDidAccept(() => { resolve(` ${input.value}`); });
		input.onDidTriggerButton(() => { resolve('file'); });
		input.onDidHide(() => { resolve(undefined); });
		input.show();
	});
	input.dispose();
	if (answer !== 'file') { return answer; }
	const [file] = await vscode.window.showOpenDialog({ title: t('Explain error') }) ?? [];
	return file && readText(fileOf(file));
}
