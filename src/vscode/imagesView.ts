import * as vscode from 'vscode';
import { plural, t } from './l10n.ts';
import type { Session } from './session.ts';
import { throttle } from './session/throttle.ts';
import { grouped, type GroupBy, type GroupNode } from './view/groups.ts';
import type { ImageNode } from './view/imageNode.ts';
import { groupItem, imageItem, imageTooltip, placeItem, type PlaceNode } from './view/treeItems.ts';
import { prepareViews, workspaceGroups, workspaceViews } from './view/workspaceViews.ts';

/** A row of the view. */
export type ViewNode = GroupNode | ImageNode | PlaceNode;

/** The view *Images*: every image of the workspace by verdict, registry or file. */
export function createImagesView(session: Session, memory: vscode.Memento): vscode.Disposable {
	const changed = new vscode.EventEmitter<void>();
	let roots: readonly GroupNode[] | undefined;
	const groupBy = (): GroupBy => memory.get<GroupBy>('groupBy', 'verdict');
	const groupsNow = (): readonly GroupNode[] => (groupBy() === 'verdict' ? workspaceGroups(session) : grouped(workspaceViews(session), groupBy()));
	const provider: vscode.TreeDataProvider<ViewNode> = {
		onDidChangeTreeData: changed.event,
		getChildren(node) {
			if (!node) { return [...roots ??= groupsNow()]; }
			if (node.type === 'group') { return [...node.images]; }
			return node.type === 'image' ? node.places.map((view, index): PlaceNode => ({ type: 'place', id: `${node.id}#${index}`, view })) : [];
		},
		getTreeItem(node) {
			return node.type === 'group' ? groupItem(node) : node.type === 'image' ? imageItem(node) : placeItem(node);
		},
		resolveTreeItem(item, node) {
			item.tooltip = node.type === 'image' ? imageTooltip(node) : undefined;
			return item;
		},
	};
	const view = vscode.window.createTreeView('pullcheck.images', { treeDataProvider: provider, showCollapseAll: true });
	const show = (): void => {
		roots = groupsNow();
		const wrong = workspaceGroups(session).find(({ id }) => id === 'verdict:wrong')?.images.length ?? 0;
		view.badge = wrong > 0 ? { value: wrong, tooltip: plural(wrong, '1 image cannot be pulled', '{count} images cannot be pulled') } : undefined;
		view.message = roots.length === 0 ? '' : message(session);
		changed.fire();
	};
	const update = throttle(() => { void prepareViews(session).then(show); }, () => (session.states.size > 300 ? 1000 : 100));
	return vscode.Disposable.from(view, changed, update,
		view.onDidChangeVisibility(({ visible }) => { void session.wantAll(visible); }),
		session.onDidChange(update), session.onDidLearnDetails(update), session.onDidChangeSettings(update),
		vscode.commands.registerCommand('pullcheck.groupBy', async () => {
			const choices = [
				{ label: t('Verdict'), by: 'verdict' as const }, { label: t('Registry'), by: 'registry' as const }, { label: t('File'), by: 'file' as const },
			].map(choice => ({ ...choice, description: choice.by === groupBy() ? t('now') : '' }));
			const choice = await vscode.window.showQuickPick(choices, { title: t('Group images by') });
			if (!choice) { return; }
			await memory.update('groupBy', choice.by);
			await vscode.commands.executeCommand('setContext', 'pullcheck.groupBy', choice.by);
			update();
		}));
}

function message(session: Session): string {
	if (!session.trusted) { return t('Nothing is looked up in an untrusted workspace; references are only read.'); }
	return session.settings.check.offline ? t('Offline by setting; last answers are shown with their age.') : '';
}
