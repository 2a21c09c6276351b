import * as vscode from 'vscode';
import { mayMatter } from '../../core/explain/mayMatter.ts';
import { t } from '../l10n.ts';
import { loadEngine } from '../lazy/load.ts';

class ErrorLink extends vscode.TerminalLink {
	readonly line: string;

	constructor(line: string) {
		super(line.length - line.trimStart().length, line.trim().length, t('Explain this error'));
		this.line = line;
	}
}

/** Makes the lines of a terminal that say why an image does not pull or push into links to their explanation. */
export function createTerminalLinks(explainLine: (line: string) => Promise<void>): vscode.Disposable {
	return vscode.window.registerTerminalLinkProvider({
		async provideTerminalLinks({ line }, token) {
			if (!mayMatter(line)) { return []; }
			const { explain } = await loadEngine();
			if (token.isCancellationRequested || explain(line).matches.length === 0) { return []; }
			return [new ErrorLink(line)];
		},
		handleTerminalLink: ({ line }: ErrorLink) => explainLine(line),
	});
}
