import type { CompareSide, CompareView } from '../../src/protocol/compareView.ts';
import type { App } from '../app.ts';
import { compareDetail } from '../details/compareDetail.ts';
import { DetailsPane } from '../details/pane.ts';
import type { Page, Region } from '../page.ts';
import { checkbox, iconButton } from '../parts/controls.ts';
import { element, icon, replaceChildren } from '../parts/element.ts';
import { openMenu } from '../parts/menu.ts';
import { roving } from '../parts/roving.ts';
import { compareNodes, type CompareNode } from '../state/compareNodes.ts';
import { flatRows, type FlatRow } from '../state/flatRows.ts';
import { safeText } from '../state/safeText.ts';
import { Grid } from '../tree/grid.ts';
import { compareCells } from './compareCells.ts';
import { compareSummary } from './compareSummary.ts';

/** Two images side by side. */
export class ComparePage implements Page {
	readonly root = element('main', { class: 'page compare' });
	readonly #app: App;
	readonly #head = element('div', { class: 'head', role: 'toolbar' });
	readonly #grid: Grid<FlatRow<CompareNode>>;
	readonly #details: DetailsPane;
	#view: CompareView | undefined;
	#nodes: readonly CompareNode[] = [];
	#collapsed: ReadonlySet<string> = new Set(['attestations']);

	constructor(app: App) {
		this.#app = app;
		const { words } = app;
		this.#details = new DetailsPane(app, action => {
			if (action.type !== 'copy') { return; }
			app.post({ type: 'copy', text: action.raw, what: action.what });
			app.say(words.t('Copied'));
		});
		this.#grid = new Grid<FlatRow<CompareNode>>({
			layout: 'columns-compare',
			cells: row => compareCells(row, words),
			classes: ({ node }) => node.row ? '' : 'section',
			same: (a, b) => a.node === b.node && a.expanded === b.expanded,
			onSelect: () => { this.#detail(); },
			onExpand: (ids, open) => {
				this.#collapsed = new Set(open ? [...this.#collapsed].filter(id => !ids.includes(id)) : [...this.#collapsed, ...ids]);
				this.#list();
			},
			onActivate: () => undefined,
			onCopy: ({ node }) => {
				const digest = node.row?.b?.digest ?? node.row?.a?.digest;
				const text = digest ?? node.row?.b?.text ?? node.row?.a?.text;
				if (text === undefined) { return; }
				app.post({ type: 'copy', text, what: digest === undefined ? 'text' : 'digest' });
				app.say(words.t('Copied'));
			},
		});
		this.root.append(this.#head, element('div', { class: 'split' }, element('div', { class: 'tree' }, this.#grid.root), this.#details.root));
	}

	get regions(): readonly Region[] {
		return [
			this.#grid,
			...this.#details.root.hidden ? [] : [this.#details],
			{ root: this.#head, focus: () => { this.#head.querySelector<HTMLElement>('[data-current]')?.focus(); } },
		];
	}

	show(view: CompareView): void {
		this.#view = view;
		const { words } = this.#app;
		this.#head.setAttribute('aria-label', words.t('What is compared'));
		const same = checkbox(words.t('Show what is the same'), this.#showSame, showSame => {
			this.#app.remember({ showSame });
			this.#list();
		});
		replaceChildren(this.#head,
			element(
				'h1',
				{ class: 'spoken-only' },
				words.t('{a} compared with {b}', { a: safeText(view.a.reference.canonical), b: safeText(view.b.reference.canonical) }),
			),
			element('div', { class: 'sides' },
				this.#chooser('a', view.a),
				iconButton('arrow-swap', words.t('Swap'), () => { this.#app.post({ type: 'swap' }); }),
				this.#chooser('b', view.b)),
			element('div', { class: 'summary' }, ...compareSummary(view.summary, words), same));
		requestAnimationFrame(() => { roving(this.#head); });
		this.#grid.setHead(words.t('Differences'), [
			element('span', { class: 'cell label' }, words.t('What')),
			element('span', { class: 'cell side a' }, 'A'),
			element('span', { class: 'cell side b' }, 'B'),
		]);
		this.#list();
	}

	get #showSame(): boolean { return this.#app.state.showSame ?? true; }

	#list(): void {
		if (!this.#view) { return; }
		this.#nodes = compareNodes(this.#view, this.#showSame, this.#app.words);
		const open = new Set(this.#nodes.map(({ id }) => id).filter(id => !this.#collapsed.has(id)));
		this.#grid.setRows(flatRows(this.#nodes, open), this.#grid.selected?.id);
		this.#detail();
	}

	/** The columns say it all where there is room for them. */
	#detail(): void {
		const row = this.#app.layout === 'wide' ? undefined : this.#grid.selected;
		this.#details.show(row && compareDetail(row.node, this.#app.words));
	}

	/** Reference and platform of a side; the menu has its other platforms and *Another image…*. */
	#chooser(side: 'a' | 'b', { reference, platform, platforms }: CompareSide): HTMLElement {
		const { words } = this.#app;
		const chosen = platforms.find(({ id }) => id === platform)?.name ?? '';
		const made = element('button', {
			class: 'chooser', type: 'button', 'data-stop': true, 'aria-haspopup': 'menu',
		},
			element('span', { class: 'side-name' }, side.toUpperCase()),
			' ',
			icon('package'),
			element(
				'span',
				{ class: 'text' },
				element('span', { class: 'muted' }, safeText(reference.prefix)),
				element('span', { class: 'strong' }, safeText(reference.name)),
			),
			' ',
			element('span', { class: 'muted platform' }, safeText(chosen)),
			icon('chevron-down'));
		made.addEventListener('click', () => {
			openMenu(words.t('Platform'), [
				...platforms.map(({ id, name }) => ({
					label: safeText(name), checked: id === platform, run: () => { this.#app.post({ type: 'choosePlatform', side, platform: id }); },
				})),
				{ label: words.t('Another image…'), checked: false, run: () => { this.#app.post({ type: 'chooseSide', side }); } },
			], made);
		});
		return made;
	}
}
