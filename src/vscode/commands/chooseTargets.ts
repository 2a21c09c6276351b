import * as vscode from 'vscode';
import { t } from '../l10n.ts';
import { loadEngine } from '../lazy/load.ts';
import type { Command } from './core.ts';

/** Offers all known targets and keeps the chosen ones in the workspace's settings. */
export const chooseTargets: Command = {
	id: 'chooseTargets',
	async run({ session }) {
		const { targets } = await loadEngine();
		const now = new Set(session.settings.check.targets);
		const chosen = await vscode.window.showQuickPick(targets.map(({ id, title, oci, attestations }) => ({
			label: title, id, description: id, picked: now.has(id),
			detail: [oci ? t('OCI and Docker format') : t('Docker format only'), attestations ? '' : t('no attestations')].filter(Boolean).join(' · '),
		})), { title: t('Where the images of this workspace go'), canPickMany: true, matchOnDescription: true });
		if (!chosen) { return; }
		const where = vscode.workspace.workspaceFolders ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
		await vscode.workspace.getConfiguration('pullcheck').update('targets', chosen.map(({ id }) => id), where);
	},
};
