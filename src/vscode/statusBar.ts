import * as vscode from 'vscode';
import { plural, t } from './l10n.ts';
import type { Session } from './session.ts';
import { throttle } from './session/throttle.ts';
import { statusOf } from './view/status.ts';
import { prepareViews, workspaceGroups, workspaceViews } from './view/workspaceViews.ts';

/** The status at the right: what is being asked, how many images fail, or why nobody answers. Hidden without references. */
export function createStatusBar(session: Session): vscode.Disposable {
	const item = vscode.window.createStatusBarItem('pullcheck.status', vscode.StatusBarAlignment.Right, 90);
	item.name = 'Pullcheck';
	let busySince: number | undefined;
	const show = (): void => {
		const { progress } = session;
		busySince = progress ? busySince ?? Date.now() : undefined;
		const views = workspaceViews(session);
		if (views.length === 0) { item.hide(); return; }
		if (progress && busySince && Date.now() - busySince > 1000 && progress.total > 0) {
			item.text = `$(sync~spin) ${t('Images {done}/{total}', { done: progress.done, total: progress.total })}`;
			item.tooltip = `${plural(progress.hosts.length, 'Asking 1 registry.', 'Asking {count} registries.')} ${t('Click to cancel.')}`;
			item.command = 'pullcheck.cancel';
			item.accessibilityInformation = { label: item.text.replace('$(sync~spin) ', '') };
		} else {
			const { text, tooltip, command } = statusOf(views, workspaceGroups(session), session);
			item.text = text;
			item.tooltip = tooltip;
			item.command = command;
			item.accessibilityInformation = { label: tooltip };
		}
		item.show();
		if (progress) { setTimeout(update, 1000); }
	};
	const update = throttle(() => { void prepareViews(session).then(show); }, () => (session.states.size > 300 ? 1000 : 100));
	return vscode.Disposable.from(item, update, session.onDidChange(update), session.onDidProgress(update), session.onDidChangeSettings(update));
}
