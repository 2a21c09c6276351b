import * as vscode from 'vscode';
import type { Command } from './core.ts';

/** Turns asking off and on, where the setting is kept now. */
export const toggleOffline: Command = {
	id: 'toggleOffline',
	async run() {
		const section = vscode.workspace.getConfiguration('pullcheck');
		const kept = section.inspect<boolean>('offline');
		const where = kept?.workspaceValue === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
		await section.update('offline', !section.get('offline', false), where);
	},
};
