import * as vscode from 'vscode';
import type { Command } from './core.ts';

/** *Format* in the title of a raw JSON document: formatted, or the exact bytes again. */
export const formatJson: Command = {
	id: 'formatJson',
	run({ panels }, argument) {
		const uri = argument instanceof vscode.Uri ? argument : vscode.window.activeTextEditor?.document.uri;
		if (uri?.scheme === 'pullcheck') { panels.toggleFormat(uri); }
		return Promise.resolve();
	},
};
