import * as vscode from 'vscode';
import { plural } from '../l10n.ts';
import { loadEngine } from '../lazy/load.ts';

/** Files that hold the output of tools. */
const logs: vscode.DocumentSelector = [{ language: 'log' }, { pattern: '**/*.{log,out}' }, { pattern: '**/*.log.*' }];
/** Longer logs are explained by the command, not while they are looked at; UTF-16 units. */
const longest = 5_000_000;

/** `Explain (2 causes)` above the first line of a log that says why an image does not pull or push. */
export function createLogLens(): vscode.Disposable {
	return vscode.languages.registerCodeLensProvider(logs, {
		async provideCodeLenses(document, token) {
			const text = document.getText();
			if (text.length > longest) { return []; }
			const { explain } = await loadEngine();
			if (token.isCancellationRequested) { return []; }
			const { matches } = explain(text);
			const line = Math.min(...matches.map(match => match.line)) - 1;
			return matches.length === 0 ? [] : [new vscode.CodeLens(document.lineAt(Math.min(line, document.lineCount - 1)).range, {
				command: 'pullcheck.explain', title: plural(matches.length, 'Explain (1 cause)', 'Explain ({count} causes)'), arguments: [document.uri],
			})];
		},
	});
}
