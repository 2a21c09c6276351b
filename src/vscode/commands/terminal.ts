import * as vscode from 'vscode';

/** Opens a terminal with a command typed in but not run: the person presses Enter. */
export function openTerminal(text: string): vscode.Terminal {
	const terminal = vscode.window.createTerminal({ name: 'Pullcheck', iconPath: new vscode.ThemeIcon('package') });
	terminal.show();
	// A line end or a control character in the text would run it, or more than it.
	terminal.sendText(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '), false);
	return terminal;
}
