import * as vscode from 'vscode';
import { createCodeActions } from './vscode/codeActions.ts';
import { createCodeLenses } from './vscode/codeLens.ts';
import { registerCommands } from './vscode/commands/index.ts';
import { createCompletions } from './vscode/completion.ts';
import { createContextKeys } from './vscode/contextKeys.ts';
import { createDocumentLinks } from './vscode/documentLinks.ts';
import { ExplainedErrors } from './vscode/explainedErrors.ts';
import { createHovers } from './vscode/hoverProvider.ts';
import { createImagesView } from './vscode/imagesView.ts';
import { createInlayHints } from './vscode/inlayHints.ts';
import { InspectPanels } from './vscode/inspectPanels.ts';
import { createOutput } from './vscode/output.ts';
import { createProblems } from './vscode/problems.ts';
import { Session } from './vscode/session.ts';
import { createStatusBar } from './vscode/statusBar.ts';
import { watchTerminalLogins } from './vscode/terminalLogins.ts';

/** Composition root of the extension: registers, and starts the first check after the editor went on. */
export function activate(context: vscode.ExtensionContext): void {
	const output = createOutput();
	const session = new Session(context, output);
	const panels = new InspectPanels(context, session, output);
	const explained = new ExplainedErrors(session, panels);
	context.subscriptions.push(
		output, session, panels, explained,
		createProblems(session),
		createCodeActions(session),
		createHovers(session),
		createImagesView(session, context.workspaceState),
		createStatusBar(session),
		createInlayHints(session),
		createCodeLenses(session),
		createCompletions(session),
		createDocumentLinks(session),
		createContextKeys(session),
		watchTerminalLogins(session),
		registerCommands({ session, output, panels, explained, context }),
	);
	const soon = setImmediate(() => session.start());
	context.subscriptions.push(new vscode.Disposable(() => clearImmediate(soon)));
}
