import type { InspectView } from '../../src/protocol/inspectView.ts';
import type { LayerFilesView } from '../../src/protocol/layerFilesView.ts';
import type { App } from '../app.ts';
import type { DetailAction } from '../details/detail.ts';
import { DetailsPane } from '../details/pane.ts';
import { failureBox } from '../inspect/statePage.ts';
import type { Page, Region } from '../page.ts';
import { button, checkbox, dropdown, searchField } from '../parts/controls.ts';
import { element, replaceChildren } from '../parts/element.ts';
import { openMenu } from '../parts/menu.ts';
import { inSlices } from '../parts/inSlices.ts';
import { roving } from '../parts/roving.ts';
import { fileTree, type FileNode, type FileTree, type FileTreeOptions } from '../state/fileTree.ts';
import { flatRowSteps, type FlatRow } from '../state/flatRows.ts';
import { safeText } from '../state/safeText.ts';
import type { FilesScreen } from '../state/screen.ts';
import type { Steps } from '../state/steps.ts';
import type { TextField } from '../toolkit.ts';
import { Grid } from '../tree/grid.ts';
import { fileCells } from './fileCells.ts';
import { fileDetail } from './fileDetail.ts';
import { filesHeader } from './filesHeader.ts';
import { FilesProgress } from './filesProgress.ts';

/** *Files of a layer*, in place of the tree of the same panel. */
export class FilesPage implements Page {
	readonly root = element('main', { class: 'page files' });
	readonly #app: App;
	readonly #close: () => void;
	readonly #head = element('div', {});
	readonly #toolbar = element('div', { class: 'toolbar', role: 'toolbar' });
	readonly #message = element('div', { class: 'message' });
	readonly #split: HTMLElement;
	readonly #field: TextField;
	readonly #grid: Grid<FlatRow<FileNode>>;
	readonly #details: DetailsPane;
	#view: LayerFilesView | undefined;
	#options: FileTreeOptions = { order: 'size', onlyDeletions: false };
	#filter = '';
	/** Made anew for another layer or order. */
	#tree: FileTree | undefined;
	/** Gives up the list that is being made. */
	#stop = (): void => {};
	/** `undefined`: what is open at first. */
	#expanded: ReadonlySet<string> | undefined;
	#layout: App['layout'] | undefined;
	#progress: FilesProgress | undefined;

	constructor(app: App, close: () => void) {
		this.#app = app;
		this.#close = close;
		const { words } = app;
		this.#field = searchField(words.t('Filter by path'), '', filter => {
			this.#filter = filter;
			this.#list();
		});
		this.#field.addEventListener('keydown', event => { this.#onFilterKey(event); });
		this.#details = new DetailsPane(app, action => { this.#act(action); });
		this.#grid = new Grid<FlatRow<FileNode>>({
			layout: 'columns-files',
			cells: row => fileCells(row, words, app.layout === 'narrow'),
			classes: ({ parent, level }, selected) => selected?.parent !== undefined && selected.parent === parent ? `guide-${Math.min(level - 1, 6)}` : '',
			same: (a, b) => a.node === b.node && a.expanded === b.expanded && a.level === b.level && this.#layout === app.layout,
			onSelect: () => { this.#showDetails(); },
			onExpand: (ids, open) => { this.#expand(ids, open); },
			onActivate: () => { this.#details.focus(); },
			onMenu: (row, at) => {
				openMenu(words.t('Row'), [{ label: words.t('Copy path'), icon: 'copy', run: () => { this.#copyPath(row.node); } }], at);
			},
			onCopy: row => { this.#copyPath(row.node); },
			onBack: close,
		});
		this.#split = element('div', { class: 'split' }, element('div', { class: 'tree' }, this.#grid.root, this.#message), this.#details.root);
		this.#fillToolbar();
		this.root.append(this.#head, this.#toolbar, this.#split);
	}

	get regions(): readonly Region[] {
		return [this.#grid, this.#details, { root: this.#toolbar, focus: () => { this.#toolbar.querySelector<HTMLElement>('[data-current]')?.focus(); } }];
	}

	find(): void { this.#field.focus(); }

	back(): void { this.#close(); }

	/** Draws progress, the list, or why there is none. */
	show(files: FilesScreen, view: InspectView): void {
		if (files.type === 'reading' && this.#progress?.digest === files.digest) {
			this.#progress.update(files.read, files.total);
			return;
		}
		const arrived = this.#head.contains(document.activeElement) || document.activeElement === document.body;
		this.#progress = undefined;
		this.#head.replaceChildren(filesHeader(this.#app, files, view, this.#close));
		const list = files.type === 'list' ? files.view : undefined;
		this.#toolbar.hidden = this.#split.hidden = !list;
		if (list && list !== this.#view) {
			this.#view = list;
			this.#tree = undefined;
			this.#expanded = undefined;
		}
		if (list) {
			const { words } = this.#app;
			const heads = ['Path', 'Size', 'Files', 'Mode'] as const;
			this.#grid.setHead(words.t('Files of layer {number}', { number: words.number(list.layer) }), heads
				.slice(0, this.#app.layout === 'narrow' ? 2 : 4)
				.map((head, at) =>
					element(
						'span',
						{ class: `cell ${['name', 'size', 'files', 'mode'][at] ?? ''}` },
						{ Path: words.t('Path'), Size: words.t('Size'), Files: words.t('Files'), Mode: words.t('Mode') }[head],
					)));
			this.#list(arrived);
			return;
		}
		if (files.type === 'reading') {
			this.#progress = new FilesProgress(this.#app, files, view.host, this.#close);
			this.#head.append(this.#progress.root);
			requestAnimationFrame(() => { this.#progress?.focus(); });
		}
		if (files.type === 'failed') {
			const platform = view.platforms.find(({ image }) => image?.steps.some(({ layer }) => layer?.digest === files.digest));
			this.#head.append(failureBox(this.#app, files.failure, () => {
				this.#app.post({ type: 'listFiles', platform: platform?.id ?? '', digest: files.digest });
			}));
		}
	}

	#fillToolbar(): void {
		const { words } = this.#app;
		this.#toolbar.setAttribute('aria-label', words.t('Filter and order'));
		const order = dropdown(words.t('Order'), [
			{ value: 'size', label: words.t('Largest first') },
			{ value: 'path', label: words.t('By path') },
		], 'size', value => {
			this.#options = { ...this.#options, order: value === 'path' ? 'path' : 'size' };
			this.#tree = undefined;
			this.#list();
		});
		const deletions = checkbox(words.t('Only deletions'), false, onlyDeletions => {
			this.#options = { ...this.#options, onlyDeletions };
			this.#tree = undefined;
			if (onlyDeletions) { this.#expanded = undefined; }
			this.#list();
		});
		const copy = button(words.t('Copy as text'), () => { this.#copyAll(); }, { icon: 'copy' });
		this.#toolbar.append(this.#field, order, deletions, element('span', { class: 'count' }), copy);
		requestAnimationFrame(() => { roving(this.#toolbar); });
	}

	/** Lists what is wanted now, in slices: a layer may have 100,000 files, and nobody's typing stutters for them. */
	#list(focus = false): void {
		this.#stop();
		this.#stop = inSlices(this.#steps(focus));
	}

	*#steps(focus: boolean): Steps<void> {
		const { words } = this.#app;
		const tree = this.#tree ?? (yield* fileTree(this.#view?.entries ?? [], this.#options, words));
		this.#tree = tree;
		this.#expanded ??= new Set(this.#options.onlyDeletions
			? allIds(tree.nodes)
			: tree.nodes.slice(0, 1).flatMap(top => [top.id, ...top.children.slice(0, 2).map(({ id }) => id)]));
		yield* tree.search(this.#filter);
		const rows = yield* flatRowSteps(tree.nodes, this.#expanded, this.#filter);
		yield;
		this.#grid.setRows(rows, this.#grid.selected?.id);
		this.#grid.root.hidden = rows.length === 0;
		this.#message.hidden = rows.length > 0;
		const nothing = this.#filter.trim() ? words.t('Nothing matches "{text}".', { text: safeText(this.#filter.trim(), 60) })
			: this.#options.onlyDeletions ? words.t('This layer deletes nothing.') : words.t('This layer has no files.');
		replaceChildren(this.#message, nothing);
		this.#showDetails();
		this.#layout = this.#app.layout;
		if (focus) { requestAnimationFrame(() => { this.#grid.focus(); }); }
	}

	#expand(ids: readonly string[], open: boolean): void {
		const next = new Set(this.#expanded);
		for (const id of ids) { if (open) { next.add(id); } else { next.delete(id); } }
		this.#expanded = next;
		this.#list();
	}

	#showDetails(): void {
		const row = this.#grid.selected;
		this.#details.show(row && fileDetail(row.node, this.#view?.size ?? 0, this.#app.words));
	}

	#act(action: DetailAction): void {
		if (action.type === 'copy') { this.#copy(action.raw, 'path'); }
	}

	#copyPath(node: FileNode): void { this.#copy(node.path, 'path'); }

	#copy(text: string, what: 'path' | 'text'): void {
		this.#app.post({ type: 'copy', text, what });
		this.#app.say(this.#app.words.t('Copied'));
	}

	#copyAll(): void {
		const entries = this.#view?.entries ?? [];
		this.#copy(entries.map(({ size, kind, path }) => `${size}\t${kind}\t/${path}`).join('\n'), 'text');
	}

	#onFilterKey(event: KeyboardEvent): void {
		if (event.key === 'Escape' && this.#filter !== '') {
			event.preventDefault();
			this.#field.value = this.#filter = '';
			this.#list();
		} else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
			event.preventDefault();
			this.#grid.focus();
		}
	}
}

function allIds(nodes: readonly FileNode[]): readonly string[] {
	return nodes.flatMap(node => node.hasChildren ? [node.id, ...allIds(node.children)] : []);
}
