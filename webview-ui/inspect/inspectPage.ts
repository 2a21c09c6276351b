import type { InspectView } from '../../src/protocol/inspectView.ts';
import type { App } from '../app.ts';
import { detailOf } from '../details/detailOf.ts';
import type { DetailAction } from '../details/detail.ts';
import { DetailsPane } from '../details/pane.ts';
import { button } from '../parts/controls.ts';
import { element, replaceChildren } from '../parts/element.ts';
import { keepFocus } from '../parts/keepFocus.ts';
import { openMenu, type MenuItem } from '../parts/menu.ts';
import { allExpandable, firstExpanded, statementsAmong, unreadAmong } from '../state/expansion.ts';
import { flatRows, type FlatRow } from '../state/flatRows.ts';
import { inspectNodes } from '../state/inspectNodes.ts';
import { safeText } from '../state/safeText.ts';
import type { TreeNode } from '../state/treeNode.ts';
import { Grid } from '../tree/grid.ts';
import { inspectCells } from '../tree/inspectCells.ts';
import type { Page, Region } from '../page.ts';
import { factsLine, inspectHeader } from './header.ts';
import { InspectToolbar } from './toolbar.ts';

/** *Inspect image manifest*: header, toolbar, tree and details of one reference. */
export class InspectPage implements Page {
	readonly root = element('main', { class: 'page inspect' });
	readonly #app: App;
	readonly #listFiles: (platform: string, digest: string, size: number) => void;
	readonly #head = element('div', {});
	readonly #message = element('div', { class: 'message' });
	readonly #toolbar: InspectToolbar;
	readonly #grid: Grid<FlatRow<TreeNode>>;
	readonly #details: DetailsPane;
	#view: InspectView | undefined;
	#nodes: readonly TreeNode[] = [];
	#rows: readonly FlatRow<TreeNode>[] = [];
	#layout: App['layout'] | undefined;
	#headKey = '';

	constructor(app: App, listFiles: (platform: string, digest: string, size: number) => void) {
		this.#app = app;
		this.#listFiles = listFiles;
		this.#toolbar = new InspectToolbar(app, {
			onFilter: filter => { this.#change({ filter }); },
			onPlatform: platform => { this.#change({ platform }); },
			onExpandAll: open => { this.#change({ expanded: open ? [...allExpandable(this.#nodes)] : [] }); },
			toTree: () => { this.#grid.focus(); },
		});
		this.#details = new DetailsPane(app, action => { this.#act(action); });
		this.#grid = new Grid<FlatRow<TreeNode>>({
			layout: 'columns-inspect',
			cells: row => inspectCells(row, app),
			classes: ({ node, parent, level }, selected) => [
				node.muted ? 'pale' : '',
				selected?.parent !== undefined && selected.parent === parent ? `guide-${Math.min(level - 1, 6)}` : '',
			].join(' '),
			same: (a, b) => a.node === b.node && a.expanded === b.expanded && a.level === b.level && this.#layout === app.layout,
			onSelect: row => { app.remember({ selected: row.id }); this.#showDetails(); },
			onExpand: (ids, open) => { this.#expand(ids, open); },
			onActivate: row => { this.#activate(row); },
			onMenu: (row, at) => { openMenu(app.words.t('Row'), this.#menu(row), at); },
			onCopy: row => { if (row.node.digest !== undefined) { this.#act({ type: 'copy', label: '', raw: row.node.digest, what: 'digest' }); } },
			onScroll: scrollTop => { app.remember({ scrollTop }); },
		});
		this.root.append(
			this.#head,
			this.#toolbar.root,
			element('div', { class: 'split' }, element('div', { class: 'tree' }, this.#grid.root, this.#message), this.#details.root),
		);
		// How long ago it was asked grows while nothing else happens.
		window.setInterval(() => { if (this.#view) { this.#head.querySelector('.facts')?.replaceWith(factsLine(app, this.#view)); } }, 60_000);
	}

	/** Draws a view, new or changed. */
	show(view: InspectView, refreshing: boolean): void {
		const first = this.#view === undefined;
		this.#view = view;
		this.#showHead(view, refreshing);
		this.#toolbar.show(view);
		const { words, layout } = this.#app;
		this.#grid.setHead(words.t('Manifest of {name}', { name: safeText(view.reference.name) }), this.#heads(view));
		this.#nodes = inspectNodes(view, words, layout === 'narrow');
		this.#list();
		this.#layout = layout;
		this.#showDetails();
		if (first && this.#app.state.scrollTop) { this.#grid.scrollTo(this.#app.state.scrollTop); }
	}

	get regions(): readonly Region[] { return [this.#grid, this.#details, this.#toolbar]; }

	find(): void { this.#toolbar.focusFilter(); }

	/** Platforms arrive one after the other; the header is drawn anew only when it says something else. */
	#showHead(view: InspectView, refreshing: boolean): void {
		const key = JSON.stringify([{ ...view, platforms: view.platforms.length, others: 0, referrers: 0 }, refreshing, this.#app.layout]);
		if (key === this.#headKey) { return; }
		this.#headKey = key;
		keepFocus(this.#head, () => { replaceChildren(this.#head, inspectHeader(this.#app, view, refreshing)); });
	}

	#heads(view: InspectView): readonly HTMLElement[] {
		const { words, layout } = this.#app;
		const size = element('span', { class: 'cell size' });
		if (view.sizesNeedRequests) {
			const all = element(
				'button',
				{ class: 'link', type: 'button' },
				words.n(view.sizesNeedRequests, 'Read all sizes ({n} request)', 'Read all sizes ({n} requests)'),
			);
			all.addEventListener('click', () => { this.#app.post({ type: 'readAll' }); });
			size.append(all);
		}
		size.append(element('span', {}, words.t('Size')));
		const heads = [element('span', { class: 'cell name' }, words.t('Name')), size];
		return layout === 'narrow'
			? heads
			: [...heads, element('span', { class: 'cell type' }, words.t('Type')), element('span', { class: 'cell digest' }, words.t('Digest'))];
	}

	#expanded(): ReadonlySet<string> {
		const { expanded } = this.#app.state;
		if (expanded) { return new Set(expanded); }
		return this.#view ? firstExpanded(this.#view) : new Set();
	}

	#list(): void {
		const { filter = '', platform, selected } = this.#app.state;
		const view = this.#view;
		if (!view) { return; }
		this.#rows = flatRows(onlyPlatform(this.#nodes, platform, view), this.#expanded(), filter);
		this.#grid.setRows(this.#rows, selected);
		this.#toolbar.count(this.#rows.length);
		this.#showMessage(view, filter);
	}

	#showMessage(view: InspectView, filter: string): void {
		const { words } = this.#app;
		const empty = view.kind === 'index' && view.platforms.length === 0 && view.others.length === 0;
		const text = filter.trim() && this.#rows.length === 0 ? words.t('Nothing matches "{text}".', { text: safeText(filter.trim(), 60) })
			: empty ? words.t('This index lists no images.') : '';
		this.#message.hidden = text === '';
		this.#grid.root.hidden = this.#rows.length === 0;
		replaceChildren(this.#message, text, text && !empty && button(words.t('Clear'), () => { this.#toolbar.clear(); }));
		if (text) { this.#app.say(text); }
	}

	#change(change: Parameters<App['remember']>[0]): void {
		this.#app.remember(change);
		this.#list();
		this.#showDetails();
	}

	#showDetails(): void {
		const row = this.#grid.selected;
		this.#details.show(row && detailOf(row.node, this.#app.words));
	}

	#expand(ids: readonly string[], open: boolean): void {
		const unread = open ? unreadAmong(this.#nodes, ids) : [];
		if (unread.length > 0) { this.#app.post({ type: 'readPlatforms', ids: unread }); }
		const statements = open ? statementsAmong(this.#nodes, ids) : [];
		if (statements.length > 0) { this.#app.post({ type: 'readStatements', digests: statements }); }
		const next = new Set(this.#expanded());
		for (const id of ids) { if (open) { next.add(id); } else { next.delete(id); } }
		this.#change({ expanded: [...next] });
	}

	#activate(row: FlatRow<TreeNode>): void {
		const { subject } = row.node;
		if (subject.kind === 'step' && subject.step.layer?.listable) {
			this.#listFiles(subject.platform.id, subject.step.layer.digest, subject.step.layer.size);
			return;
		}
		if (subject.kind === 'platform' && subject.platform.error !== undefined) {
			this.#app.post({ type: 'readPlatforms', ids: [subject.platform.id] });
			return;
		}
		this.#details.focus();
	}

	#act(action: DetailAction): void {
		const { words } = this.#app;
		switch (action.type) {
			case 'copy':
				this.#app.post({ type: 'copy', text: action.raw, what: action.what });
				this.#app.say(action.what === 'digest' ? words.t('Digest copied') : action.what === 'command' ? words.t('Command copied') : words.t('Copied'));
				return;
			case 'rawJson': this.#app.post({ type: 'rawJson', digest: action.digest }); return;
			case 'retry': this.#app.post({ type: 'readPlatforms', ids: [action.platform] }); return;
			case 'readStatement': this.#app.post({ type: 'readStatements', digests: [action.digest] }); return;
			case 'listFiles': this.#listFiles(action.platform, action.digest, action.size);
		}
	}

	#menu(row: FlatRow<TreeNode>): readonly MenuItem[] {
		const { words } = this.#app;
		const { subject } = row.node;
		const items = detailOf(row.node, words).actions.map(action => ({
			label: action.label,
			icon: { copy: 'copy', rawJson: 'json', listFiles: 'list-tree', retry: 'refresh', readStatement: 'verified' }[action.type],
			...(action.type === 'copy' && action.what === 'digest' && { detail: 'Ctrl+C' }),
			run: () => { this.#act(action); },
		}));
		const compare = subject.kind === 'platform'
			? [{ label: words.t('Compare…'), icon: 'git-compare', run: () => { this.#app.post({ type: 'compare', platform: subject.platform.id }); } }]
			: [];
		const all = [...items, ...compare];
		return all.length > 0
			? all
			: [{ label: words.t('Copy name'), icon: 'copy', run: () => { this.#act({ type: 'copy', label: '', raw: row.name, what: 'text' }); } }];
	}
}

/** The platform drop-down leaves one platform below the index. */
function onlyPlatform(nodes: readonly TreeNode[], platform: string | undefined, view: InspectView): readonly TreeNode[] {
	if (!platform || !view.platforms.some(({ id }) => id === platform)) { return nodes; }
	return nodes.map(node => node.id === 'index'
		? { ...node, children: node.children.filter(child => child.subject.kind !== 'platform' || child.id === platform) }
		: node);
}
