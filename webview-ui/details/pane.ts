import type { App } from '../app.ts';
import { button, iconButton } from '../parts/controls.ts';
import { element, icon, replaceChildren } from '../parts/element.ts';
import { roving } from '../parts/roving.ts';
import type { Detail, DetailAction } from './detail.ts';

/** The pane at the right, or below the tree. */
export class DetailsPane {
	readonly root = element('aside', { class: 'details' });
	readonly #app: App;
	readonly #onAction: (action: DetailAction) => void;
	#closed = false;
	#shown = '';

	constructor(app: App, onAction: (action: DetailAction) => void) {
		this.#app = app;
		this.#onAction = onAction;
		this.root.setAttribute('aria-label', app.words.t('Details'));
	}

	show(detail: Detail | undefined): void {
		const key = JSON.stringify([detail, this.#app.layout, this.#closed]);
		if (key === this.#shown) { return; }
		this.#shown = key;
		this.root.scrollTop = 0;
		this.root.hidden = detail === undefined;
		if (!detail) { replaceChildren(this.root); return; }
		const wide = this.#app.layout === 'wide';
		const closed = this.#closed && !wide;
		const actions = this.#actions(detail);
		replaceChildren(this.root,
			wide ? element('h2', {}, detail.title) : this.#fold(detail),
			...(closed ? [] : [
				this.#app.layout !== 'narrow' && detail.subtitle ? element('p', { class: 'subtitle' }, detail.subtitle) : undefined,
				detail.code && this.#code(detail.code),
				detail.facts.length > 0 ? this.#facts(detail) : undefined,
				actions,
				detail.note ? element('p', { class: 'note' }, detail.note) : undefined,
			]));
		// A pane that scrolls must be reachable by keyboard even when there is nothing to press in it.
		this.root.tabIndex = !closed && actions ? -1 : 0;
		if (actions) { requestAnimationFrame(() => { roving(actions); }); }
	}

	/** To the first button, else to the pane itself, where the arrow keys scroll. */
	focus(): void {
		const [first] = this.root.querySelectorAll<HTMLElement>('.detail-actions [data-current]');
		(first ?? this.root).focus();
	}

	/** The heading of a pane below the tree folds it; beside it the digest can be copied. */
	#fold(detail: Detail): HTMLElement {
		const digest = detail.actions.find(action => action.type === 'copy' && action.what !== 'command');
		const heading = element(
			'button',
			{ class: 'fold', type: 'button', 'aria-expanded': String(!this.#closed) },
			icon(this.#closed ? 'chevron-right' : 'chevron-down'),
			detail.title,
		);
		heading.addEventListener('click', () => {
			this.#closed = !this.#closed;
			this.show(detail);
			this.root.querySelector<HTMLElement>('.fold')?.focus();
		});
		return element('div', { class: 'fold-line' }, element('h2', {}, heading),
			digest && this.#app.layout === 'narrow' && iconButton('copy', digest.label, () => { this.#onAction(digest); }));
	}

	#code(code: NonNullable<Detail['code']>): HTMLElement {
		const lines = (of: readonly string[]) => of.map((line, at) => element('span', { class: at === 0 ? 'line' : 'line more' }, ...words(line)));
		const block = element('pre', { class: 'code' }, ...lines(code.lines));
		if (code.hidden === 0) { return block; }
		const all = element('button', { class: 'link', type: 'button' }, this.#app.words.n(code.hidden, 'Show {n} more character', 'Show {n} more characters'));
		all.addEventListener('click', () => {
			replaceChildren(block, ...lines(code.all));
			all.remove();
		});
		return element('div', {}, block, all);
	}

	#facts(detail: Detail): HTMLElement {
		const narrow = this.#app.layout === 'narrow';
		return element('dl', {}, ...detail.facts.filter(fact => !(narrow && fact.wide)).flatMap(({ label, value, extra, mono, short }) => [
			element('dt', { title: label }, label),
			element(
				'dd',
				{ class: mono ? 'mono' : undefined },
				...(narrow && short !== undefined ? [short] : [value, extra ? element('span', { class: 'muted' }, ` ${extra}`) : undefined]),
			),
		]));
	}

	#actions(detail: Detail): HTMLElement | undefined {
		if (detail.actions.length === 0) { return undefined; }
		return element('div', { class: 'detail-actions', role: 'toolbar', 'aria-label': this.#app.words.t('Actions') },
			...detail.actions.map((action, at) =>
				button(
					action.label,
					() => { this.#onAction(action); },
					{ primary: at === 0 && (action.type === 'listFiles' || action.type === 'readStatement' || action.type === 'retry') },
				)));
	}
}

/** Words that break only where they must: a browser would break flags at their hyphens. */
function words(line: string): readonly (HTMLElement | string)[] {
	return line.split(/( +)/).map(piece => /^ *$/.test(piece) ? piece : element('span', { class: 'word' }, piece));
}
