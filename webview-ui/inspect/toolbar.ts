import type { InspectView } from '../../src/protocol/inspectView.ts';
import type { App } from '../app.ts';
import { dropdown, iconButton, searchField, setChoices } from '../parts/controls.ts';
import { element, replaceChildren } from '../parts/element.ts';
import { openMenu } from '../parts/menu.ts';
import { roving } from '../parts/roving.ts';
import { safeText } from '../state/safeText.ts';
import type { Dropdown, TextField } from '../toolkit.ts';

interface ToolbarOptions {
	readonly onFilter: (filter: string) => void;
	/** Empty: all platforms. */
	readonly onPlatform: (platform: string) => void;
	readonly onExpandAll: (open: boolean) => void;
	readonly toTree: () => void;
}

/** Filter, platform, number of rows, expand and collapse all. */
export class InspectToolbar {
	readonly root = element('div', { class: 'toolbar', role: 'toolbar' });
	readonly #app: App;
	readonly #options: ToolbarOptions;
	readonly #field: TextField;
	readonly #platforms: Dropdown;
	readonly #count = element('span', { class: 'count' });
	#shown = '';

	constructor(app: App, options: ToolbarOptions) {
		this.#app = app;
		this.#options = options;
		const { words } = app;
		this.root.setAttribute('aria-label', words.t('Filter and platforms'));
		this.#field = searchField(words.t('Filter by platform, command, digest'), app.state.filter ?? '', options.onFilter);
		this.#field.addEventListener('keydown', event => { this.#onKey(event); });
		this.#platforms = dropdown(words.t('Platform'), [], '', options.onPlatform);
	}

	show(view: InspectView): void {
		const { words, layout, state } = this.#app;
		const choices = [
			{ value: '', label: words.t('All platforms') },
			...view.platforms.map(({ id, name, osVersion }) => ({ value: id, label: safeText([name, osVersion].filter(Boolean).join(' ')) })),
		];
		const chosen = choices.some(({ value }) => value === state.platform) ? state.platform ?? '' : '';
		const key = JSON.stringify([layout, choices]);
		if (key === this.#shown) { return; }
		this.#shown = key;
		this.#field.placeholder = layout === 'narrow' ? words.t('Filter') : words.t('Filter by platform, command, digest');
		setChoices(this.#platforms, choices, chosen);
		if (layout === 'narrow') {
			const funnel = iconButton('filter', words.t('Platform'), () => {
				openMenu(words.t('Platform'), choices.map(({ value, label }) => ({
					label, checked: value === (this.#app.state.platform ?? ''), run: () => { this.#options.onPlatform(value); },
				})), funnel);
			});
			funnel.setAttribute('aria-haspopup', 'menu');
			replaceChildren(this.root, this.#field, funnel);
		} else {
			replaceChildren(this.root, this.#field, this.#platforms, this.#count,
				iconButton('expand-all', words.t('Expand all'), () => { this.#options.onExpandAll(true); }),
				iconButton('collapse-all', words.t('Collapse all'), () => { this.#options.onExpandAll(false); }));
		}
		requestAnimationFrame(() => { roving(this.root); });
	}

	count(rows: number): void {
		this.#count.textContent = this.#app.words.n(rows, '{n} row', '{n} rows');
	}

	focus(): void { this.root.querySelector<HTMLElement>('[data-current]')?.focus(); }

	focusFilter(): void {
		this.#field.focus();
		this.#field.control.select();
	}

	clear(): void {
		this.#field.value = '';
		this.#options.onFilter('');
		this.#field.focus();
	}

	/** Escape clears, then goes to the tree, as does the down arrow. */
	#onKey(event: KeyboardEvent): void {
		if (event.key === 'Escape' && this.#field.value !== '') {
			event.preventDefault();
			this.clear();
			return;
		}
		if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter') {
			event.preventDefault();
			this.#options.toTree();
		}
	}
}
