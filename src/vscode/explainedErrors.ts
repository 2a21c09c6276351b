import * as vscode from 'vscode';
import { maskSecrets } from '../core/explain/maskSecrets.ts';
import { docsUrl } from '../core/util/docsUrl.ts';
import { printable } from '../core/util/printable.ts';
import { copyText } from './commands/copy.ts';
import type { Cause, Entry } from './explain/entry.ts';
import { explainView } from './explain/explainView.ts';
import { investigateHere } from './explain/investigateHere.ts';
import { createLogLens } from './explain/logLens.ts';
import { watchTerminals } from './explain/terminal.ts';
import { createTerminalLinks } from './explain/terminalLinks.ts';
import { clock } from './format/time.ts';
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
	/** Id of the entry that the page shows. */
	#shown: string | undefined;

	constructor(session: Session, panels: InspectPanels) {
		this.#session = session;
		this.#panels = panels;
		const view = vscode.window.createTreeView<Entry | Cause>('pullcheck.explained', { treeDataProvider: {
			onDidChangeTreeData: this.#changed.event,
			getChildren: node =>
				(!node ? [...this.#entries] : node.type === 'entry' ? node.causes.map((_, index): Cause => ({ type: 'cause', entry: node, index })) : []),
			getTreeItem: node => (node.type === 'entry' ? entryItem(node) : this.#causeItem(node)),
		} });
		this.#disposables = vscode.Disposable.from(view, this.#changed,
			vscode.commands.registerCommand('pullcheck.showExplanation', (id: string) => this.#show(this.#entries.find(entry => entry.id === id))),
			createLogLens(), createTerminalLinks(line => this.add(line)),
			watchTerminals(() => session.settings.explainTerminal === 'view', (command, output) => { void this.add(output, command); }));
	}

	/** Explains output. From a command that somebody ran it stays quiet; a person who asked sees the page. */
	async add(text: string, ran?: string): Promise<void> {
		const command = ran && maskSecrets(ran);
		const { explain } = await loadEngine();
		const { matches, lines } = explain(text);
		if (command !== undefined && matches.length === 0) { return; }
		const about = { at: new Date().toISOString(), lines, ...command !== undefined && { command } };
		const id = String(this.#count++);
		const made = async (ask: boolean): Promise<Entry> => {
			const causes = await investigateHere(this.#session, matches, ask);
			const view = explainView(causes, about, file => this.#session.textOf(file) ?? '');
			return { type: 'entry', id, causes, view, at: about.at, ...command !== undefined && { command } };
		};
		const entry = await made(false);
		this.#set([entry, ...this.#entries].slice(0, most));
		if (command === undefined) { this.#show(entry); }
		// What the workspace says stands at once; what registries say comes when they have answered.
		const settled = await made(true);
		if (JSON.stringify(settled.view) === JSON.stringify(entry.view) || !this.#entries.includes(entry)) { return; }
		this.#set(this.#entries.map(one => (one === entry ? settled : one)));
		if (this.#shown === id) { this.#show(settled); }
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
		this.#shown = entry.id;
		this.#panels.explain(entry.view, {
			act: async (cause, action) => {
				const found = entry.causes[Number(cause)];
				const [kind, number] = action.split(' ');
				if (kind === 'why' && found) { await vscode.env.openExternal(vscode.Uri.parse(docsUrl(found.decision?.code ?? found.match.code))); }
				if (kind === 'copy') { await copyText(found?.match.remedies[Number(number)]?.text ?? ''); }
				const fix = kind === 'fix' ? found?.fixes[Number(number)] : undefined;
				if (fix) { await vscode.commands.executeCommand('pullcheck.applyFix', fix.target); }
			},
			open: async place => {
				const [cause, index] = place.split(' ');
				const found = entry.causes[Number(cause)]?.places[Number(index)];
				if (found) { await vscode.commands.executeCommand('pullcheck.goTo', { file: found.file, ...found.span }); }
			},
		});
	}
}

function entryItem({ id, command, at, causes }: Entry): vscode.TreeItem {
	const item = new vscode.TreeItem(printable(command ?? t('Pasted output')), causes.length > 0
		? vscode.TreeItemCollapsibleState.Expanded
		: vscode.TreeItemCollapsibleState.None);
	item.id = id;
	item.description = clock(at);
	item.iconPath = new vscode.ThemeIcon('terminal', new vscode.ThemeColor('charts.red'));
	item.command = { command: 'pullcheck.showExplanation', title: t('Explain error'), arguments: [id] };
	return item;
}
