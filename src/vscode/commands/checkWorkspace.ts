import * as vscode from 'vscode';
import { t } from '../l10n.ts';
import type { Command } from './core.ts';

/** Checks every file of the workspace, whatever the scope, with progress in the status bar's place. */
export const checkWorkspace: Command = {
	id: 'checkWorkspace',
	async run({ session }) {
		await vscode.window.withProgress({ location: { viewId: 'pullcheck.images' }, title: t('Checking the workspace…') },
			() => session.checkWorkspace());
	},
};
