import * as vscode from 'vscode';
import type { Session } from './session.ts';

/** Commands that change which logins the tools have. */
const changesLogins = /\b(?:docker|podman|buildah|skopeo|nerdctl|oras|crane|regctl|helm|oc|az|gcloud)(?:\.exe)?\s[^\n]*\b(?:log(?:in|out)|configure-docker)\b/;

/** Asks anew when somebody has logged in or out in any terminal. Needs the terminal's shell integration; without it nothing happens. */
export function watchTerminalLogins(session: Session): vscode.Disposable {
	return vscode.window.onDidEndTerminalShellExecution(({ execution, exitCode }) => {
		if (exitCode === 0 && changesLogins.test(execution.commandLine.value)) { void session.refresh(); }
	});
}
