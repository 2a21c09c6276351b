import { element, replaceChildren, setAttributes } from '../parts/element.ts';
import type { GridRow } from '../state/gridRow.ts';
import { gridMove, type GridMove } from '../state/gridKeys.ts';
import { createTypeAhead } from '../state/typeAhead.ts';
import { rowHeight, visibleRange } from './visibleRange.ts';

/** How a grid draws its rows and what it tells of. */
export interface GridOptions<R extends GridRow> {
	/** `wide`, `files`, `compare`: the class that sets the columns. */
	readonly layout: string;
	/** The cells of a row, in the order of the columns; called anew when `same` says that the row changed. */
	readonly cells: (row: R) => readonly HTMLElement[];
	/** Further classes of a row, given the selected one. */
	readonly classes?: (row: R, selected: R | undefined) => string;
	readonly same: (a: R, b: R) => boolean;
	readonly onSelect: (row: R) => void;
	readonly onExpand: (ids: readonly string[], open: boolean) => void;
	readonly onActivate: (row: R) => void;
	readonly onMenu?: (row: R, at: { readonly x: number; readonly y: number }) => void;
	readonly onCopy?: (row: R) => void;
	readonly onBack?: () => void;
	readonly onScroll?: (top: number) => void;
}

interface Drawn<R> { row: R; index: number; selected: boolean; readonly root: HTMLElement }

/** An ARIA treegrid with one tab stop, that has only the rows in view (and a few around) in the document. */
export class Grid<R extends GridRow> {
	readonly root = element('div', { class: 'grid', role: 'treegrid' });
	readonly #head = element('div', { class: 'grid-head', role: 'row', 'aria-rowindex': 1 });
	readonly #body = element('div', { class: 'grid-body', role: 'rowgroup' });
	readonly #space = element('div', { class: 'grid-space', role: 'presentation' });
	readonly #drawn = new Map<string, Drawn<R>>();
	readonly #typeAhead = createTypeAhead();
	readonly #options: GridOptions<R>;
	#rows: readonly R[] = [];
	#selected = 0;
	#frame = 0;
	/** The selection moved: classes may depend on it. */
	#restyle = false;
	/** Rows out of sight are still to be made. */
	#late = false;

	constructor(options: GridOptions<R>) {
		this.#options = options;
		this.root.classList.add(options.layout);
		this.root.append(element('div', { role: 'rowgroup' }, this.#head), this.#body);
		this.#body.append(this.#space);
		this.#body.addEventListener('scroll', () => {
			this.#schedule();
			options.onScroll?.(this.#body.scrollTop);
		}, { passive: true });
		this.root.addEventListener('keydown', event => { this.#onKey(event); });
		this.#body.addEventListener('click', event => { this.#onClick(event); });
		this.#body.addEventListener('dblclick', event => { this.#onDoubleClick(event); });
		this.#body.addEventListener('contextmenu', event => { this.#onContextMenu(event); });
		new ResizeObserver(() => { this.#draw(); }).observe(this.#body);
	}

	/** Names the grid and sets the column heads. */
	setHead(label: string, heads: readonly HTMLElement[]): void {
		setAttributes(this.root, { 'aria-label': label, 'aria-colcount': heads.length });
		for (const head of heads) { head.setAttribute('role', 'columnheader'); }
		replaceChildren(this.#head, ...heads);
	}

	/** Shows other rows. The selection stays on its row; when that is gone, on `selected` or the nearest before it. */
	setRows(rows: readonly R[], selected: string | undefined): void {
		this.#rows = rows;
		this.#restyle = true;
		this.#late = false;
		const at = rows.findIndex(row => row.id === selected);
		this.#selected = at >= 0 ? at : Math.max(0, Math.min(this.#selected, rows.length - 1));
		this.root.setAttribute('aria-rowcount', String(rows.length + 1));
		this.#space.style.height = `${rows.length * rowHeight}px`;
		this.#draw();
	}

	get selected(): R | undefined { return this.#rows[this.#selected]; }

	/** Brings the focus to the selected row. */
	focus(): void {
		this.#reveal(this.#selected);
		this.#draw();
		const row = this.selected;
		if (row) { this.#drawn.get(row.id)?.root.focus({ preventScroll: true }); }
	}

	scrollTo(top: number): void {
		this.#body.scrollTop = top;
		this.#draw();
	}

	#go(to: number, focus: boolean): void {
		const row = this.#rows[to];
		if (!row) { return; }
		this.#selected = to;
		this.#restyle = true;
		if (focus) { this.focus(); } else { this.#draw(); }
		this.#options.onSelect(row);
	}

	#onKey(event: KeyboardEvent): void {
		const row = this.selected;
		const control = event.ctrlKey || event.metaKey;
		const page = Math.floor(this.#body.clientHeight / rowHeight);
		const move = gridMove(this.#rows, this.#selected, { key: event.key, control, shift: event.shiftKey, alt: event.altKey }, page);
		if (move) {
			if (move.type === 'copy' && getSelection()?.toString()) { return; }
			event.preventDefault();
			event.stopPropagation();
			this.#do(move, row);
			return;
		}
		if (event.key.length === 1 && !control && !event.altKey) {
			const to = this.#typeAhead.type(event.key, this.#rows, this.#selected, event.timeStamp);
			if (to !== undefined) { this.#go(to, true); }
		}
	}

	#do(move: GridMove, row: R | undefined): void {
		switch (move.type) {
			case 'go': this.#go(move.to, true); return;
			case 'open':
			case 'close': if (move.ids.length > 0) { this.#options.onExpand(move.ids, move.type === 'open'); } return;
			case 'back': this.#options.onBack?.(); return;
			case 'activate': if (row) { this.#options.onActivate(row); } return;
			case 'copy': if (row) { this.#options.onCopy?.(row); } return;
			case 'menu': {
				const box = row && this.#drawn.get(row.id)?.root.getBoundingClientRect();
				if (row && box) { this.#options.onMenu?.(row, { x: box.left + 24, y: box.bottom }); }
			}
		}
	}

	#onClick(event: MouseEvent): void {
		const index = this.#indexOf(event);
		const row = this.#rows[index];
		if (!row || (event.target instanceof Element && event.target.closest('button'))) { return; }
		this.#go(index, true);
		if (row.expanded !== undefined && event.target instanceof Element && event.target.closest('.twistie')) {
			this.#options.onExpand([row.id], !row.expanded);
		}
	}

	#onDoubleClick(event: MouseEvent): void {
		const row = this.#rows[this.#indexOf(event)];
		if (!row || (event.target instanceof Element && event.target.closest('.twistie, button'))) { return; }
		if (row.expanded === undefined) { this.#options.onActivate(row); } else { this.#options.onExpand([row.id], !row.expanded); }
	}

	#onContextMenu(event: MouseEvent): void {
		const index = this.#indexOf(event);
		const row = this.#rows[index];
		if (!row || !this.#options.onMenu) { return; }
		event.preventDefault();
		this.#go(index, true);
		this.#options.onMenu(row, { x: event.clientX, y: event.clientY });
	}

	#indexOf(event: Event): number {
		const row = event.target instanceof Element ? event.target.closest('[role=row]') : undefined;
		return Number(row?.getAttribute('aria-rowindex') ?? 0) - 2;
	}

	#reveal(index: number): void {
		const top = index * rowHeight;
		const bottom = top + rowHeight - this.#body.clientHeight;
		if (this.#body.scrollTop > top) { this.#body.scrollTop = top; }
		if (this.#body.scrollTop < bottom) { this.#body.scrollTop = bottom; }
	}

	#schedule(): void {
		this.#frame ||= requestAnimationFrame(() => { this.#draw(); });
	}

	#draw(): void {
		cancelAnimationFrame(this.#frame);
		this.#frame = 0;
		this.root.style.setProperty('--scrollbar', `${this.#body.offsetWidth - this.#body.clientWidth}px`);
		const { first, end, shown } = visibleRange(this.#rows.length, this.#body.scrollTop, this.#body.clientHeight);
		const wanted = new Map<string, number>();
		for (let index = first; index < end; index++) { this.#want(wanted, index); }
		// The row with the focus stays in the document, else keys would go nowhere after scrolling by wheel.
		this.#want(wanted, this.#selected);
		const hadFocus = this.#body.contains(document.activeElement);
		for (const [id, drawn] of this.#drawn) {
			if (!wanted.has(id)) {
				drawn.root.remove();
				this.#drawn.delete(id);
			}
		}
		const all = this.#late;
		this.#late = false;
		for (const [id, index] of wanted) {
			// What is made anew out of sight waits for the next frame.
			const now = all || this.#drawn.has(id) || index === this.#selected || index >= shown.first && index < shown.end;
			if (now) { this.#drawRow(id, index); } else { this.#late = true; }
		}
		this.#restyle = false;
		this.#inOrder(wanted);
		if (this.#late) { this.#schedule(); }
		if (hadFocus && !this.#body.contains(document.activeElement)) { this.focusSoft(); }
	}

	/** Focus without scrolling, after the row that had it went away. */
	focusSoft(): void {
		const row = this.selected;
		if (row) { this.#drawn.get(row.id)?.root.focus({ preventScroll: true }); }
	}

	#want(wanted: Map<string, number>, index: number): void {
		const row = this.#rows[index];
		if (row) { wanted.set(row.id, index); }
	}

	#drawRow(id: string, index: number): void {
		const row = this.#rows[index];
		if (!row) { return; }
		const known = this.#drawn.get(id);
		const selected = index === this.#selected;
		if (!known || !this.#options.same(known.row, row)) {
			const root = known?.root ?? element('div', { role: 'row' });
			const cells = this.#options.cells(row);
			for (const cell of cells) { cell.setAttribute('role', 'gridcell'); }
			replaceChildren(root, ...cells);
			if (!known) { this.#space.append(root); }
			this.#place(root, row, index, selected);
			this.#drawn.set(id, { row, index, selected, root });
			return;
		}
		if (known.index !== index || known.selected !== selected || known.row !== row || this.#restyle) {
			this.#place(known.root, row, index, selected);
			Object.assign(known, { row, index, selected });
		}
	}

	#place(root: HTMLElement, row: R, index: number, selected: boolean): void {
		root.className = `grid-row ${this.#options.classes?.(row, this.selected) ?? ''}`;
		root.style.top = `${index * rowHeight}px`;
		setAttributes(root, {
			'aria-rowindex': index + 2,
			'aria-level': row.level,
			'aria-posinset': row.position,
			'aria-setsize': row.siblings,
			'aria-expanded': row.expanded === undefined ? undefined : String(row.expanded),
			'aria-selected': String(selected),
			'aria-label': row.spoken,
			tabindex: selected ? 0 : -1,
		});
	}

	/** Screen readers read in the order of the document. */
	#inOrder(wanted: ReadonlyMap<string, number>): void {
		const sorted = [...wanted].sort((a, b) => a[1] - b[1]);
		let next: Element | null = this.#space.firstElementChild;
		for (const [id] of sorted) {
			const root = this.#drawn.get(id)?.root;
			if (!root) { continue; }
			if (root === next) {
				next = root.nextElementSibling;
			} else {
				const focused = root === document.activeElement;
				this.#space.insertBefore(root, next);
				if (focused) { root.focus({ preventScroll: true }); }
			}
		}
	}
}
