import * as vscode from 'vscode';
import { maskSecrets } from '../core/explain/maskSecrets.ts';
import { docsUrl } from '../core/util/docsUrl.ts';
import { printable } from '../core/util/printable.ts';
import { copyText } from './commands/copy.ts';
import type { Cause, Entry } from './explain/entry.ts';
import { explainView, placesOf } from './explain/explainView.ts';
import { watchTerminals } from './explain/terminal.ts';
import { isEdit, workspaceEdit } from './fixes.ts';
import { clock } from './format/time.ts';
import type { UseView } from './hover/useView.ts';
import { workspaceViews } from './imagesView.ts';
import type { InspectPanels } from './inspectPanels.ts';
import { t } from './l10n.ts';
import { loadEngine } from './lazy/load.ts';
import type { Session } from './session.ts';

/** Most entries kept. */
const most = 50;

/** The view *Explained Errors*: failed commands and what they mean, newest first. Quiet: nothing opens by itself. */
export class ExplainedErrors implements vscode.Disposable {
	readonly #session: Session;
	readonly #panels: InspectPanels;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #disposables: vscode.Disposable;
	#entries: readonly Entry[] = [];
	#count = 0;

	constructor(session: Session, panels: InspectPanels) {
		this.#session = session;
		this.#panels = panels;
		const view = vscode.window.createTreeView<Entry | Cause>('pullcheck.explained', { treeDataProvider: {
			onDidChangeTreeData: this.#changed.event,
			getChildren: node => (!node ? [...this.#entries] : node.type === 'entry' ? node.matches.map((_, index): Cause => ({ type: 'cause', entry: node, index })) : []),
			getTreeItem: node => (node.type === 'entry' ? entryItem(node) : this.#causeItem(node)),
		} });
		this.#disposables = vscode.Disposable.from(view, this.#changed,
			vscode.commands.registerCommand('pullcheck.showExplanation', (id: string) => this.#show(this.#entries.find(entry => entry.id === id))),
			watchTerminals(() => session.settings.explainTerminal === 'view', (command, output) => { void this.add(output, command); }));
	}

	/** Explains output. From a command that somebody ran it stays quiet; a person who asked sees the page. */
	async add(text: string, ran?: string): Promise<void> {
		const command = ran && maskSecrets(ran);
		const { explain } = await loadEngine();
		const { matches, lines } = explain(text);
		if (command !== undefined && matches.length === 0) { return; }
		const at = new Date().toISOString();
		const about = { at, lines, ...command !== undefined && { command } };
		const entry: Entry = { type: 'entry', id: String(this.#count++), matches, view: explainView(matches, about, workspaceViews(this.#session)), at, ...command !== undefined && { command } };
		this.#set([entry, ...this.#entries].slice(0, most));
		if (command === undefined) { this.#show(entry); }
	}

	clear(): void { this.#set([]); }

	dispose(): void { this.#disposables.dispose(); }

	#set(entries: readonly Entry[]): void {
		this.#entries = entries;
		void vscode.commands.executeCommand('setContext', 'pullcheck.hasExplained', entries.length > 0);
		this.#changed.fire();
	}

	#causeItem({ entry, index }: Cause): vscode.TreeItem {
		const item = new vscode.TreeItem(printable(entry.view.causes[index]?.message ?? ''));
		const place = entry.view.causes[index]?.places[0];
		if (place) { item.description = t('{file}, line {line}', { file: place.file, line: place.line }); }
		item.iconPath = new vscode.ThemeIcon('lightbulb');
		item.command = { command: 'pullcheck.showExplanation', title: t('Explain error'), arguments: [entry.id] };
		return item;
	}

	#show(entry: Entry | undefined): void {
		if (!entry) { return; }
		const places = (cause: string): readonly UseView[] => {
			const match = entry.matches[Number(cause)];
			return match ? placesOf(match, workspaceViews(this.#session)) : [];
		};
		this.#panels.explain(entry.view, {
			act: async (cause, action) => {
				const match = entry.matches[Number(cause)];
				const [kind, number] = action.split(' ');
				if (kind === 'why' && match) { await vscode.env.openExternal(vscode.Uri.parse(docsUrl(match.code))); }
				if (kind === 'copy') { await copyText(match?.remedies[Number(number)]?.text ?? ''); }
				const view = kind === 'fix' ? places(cause)[Number(number)] : undefined;
				const fix = view?.findings.flatMap(({ fixes }) => fixes).find(isEdit);
				if (view && fix) { await vscode.workspace.applyEdit(workspaceEdit(this.#session, view.facts.file, fix.edits)); }
			},
			open: async place => {
				const [cause = '', index] = place.split(' ');
				const view = places(cause)[Number(index)];
				if (view) { await vscode.commands.executeCommand('pullcheck.goTo', { file: view.facts.file, ...view.use.span }); }
			},
		});
	}
}

function entryItem({ id, command, at, matches }: Entry): vscode.TreeItem {
	const item = new vscode.TreeItem(printable(command ?? t('Pasted output')), matches.length > 0 ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None);
	item.id = id;
	item.description = clock(at);
	item.iconPath = new vscode.ThemeIcon('terminal', new vscode.ThemeColor('charts.red'));
	item.command = { command: 'pullcheck.showExplanation', title: t('Explain error'), arguments: [id] };
	return item;
}
