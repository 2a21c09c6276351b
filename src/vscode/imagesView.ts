import * as vscode from 'vscode';
import { isAsked, useView, type UseView } from './hover/useView.ts';
import { plural, t } from './l10n.ts';
import type { Session } from './session.ts';
import { throttle } from './session/throttle.ts';
import { grouped, type GroupBy, type GroupNode } from './view/groups.ts';
import type { ImageNode } from './view/imageNode.ts';
import { groupItem, imageItem, imageTooltip, placeItem, type PlaceNode } from './view/treeItems.ts';

/** A row of the view. */
export type ViewNode = GroupNode | ImageNode | PlaceNode;

/** All references of the workspace, except stages and what this project builds itself. */
export function workspaceViews(session: Session): readonly UseView[] {
	const known = gathered.get(session);
	if (known?.revision === session.revision) { return known.views; }
	const views = gather(session);
	gathered.set(session, { revision: session.revision, views });
	return views;
}

const gathered = new WeakMap<Session, { readonly revision: number; readonly views: readonly UseView[] }>();

function gather(session: Session): readonly UseView[] {
	return [...session.states.values()].sort((a, b) => (a.facts.file < b.facts.file ? -1 : 1))
		.flatMap(state => state.facts.uses.filter(use => !use.optional && (use.class === 'variable' || use.class === 'invalid' || isAsked(use))).map(use => useView(session, state, use)));
}

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
	const update = throttle(() => {
		roots = groupsNow();
		const wrong = workspaceGroups(session).find(({ id }) => id === 'verdict:wrong')?.images.length ?? 0;
		view.badge = wrong > 0 ? { value: wrong, tooltip: plural(wrong, '1 image cannot be pulled', '{count} images cannot be pulled') } : undefined;
		view.message = roots.length === 0 ? '' : message(session);
		changed.fire();
	}, () => (session.states.size > 300 ? 1000 : 100));
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

/** The images of the workspace by verdict, worst first; made once for everything that shows them. */
export function workspaceGroups(session: Session): readonly GroupNode[] {
	const known = groups.get(session);
	const views = workspaceViews(session);
	if (known?.views === views) { return known.groups; }
	const made = grouped(views, 'verdict');
	groups.set(session, { views, groups: made });
	return made;
}

const groups = new WeakMap<Session, { readonly views: readonly UseView[]; readonly groups: readonly GroupNode[] }>();

function message(session: Session): string {
	if (!session.trusted) { return t('Nothing is looked up in an untrusted workspace; references are only read.'); }
	return session.settings.check.offline ? t('Offline by setting; last answers are shown with their age.') : '';
}
