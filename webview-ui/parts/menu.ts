import { element, icon } from './element.ts';

/** An entry of a menu; with `checked` in any of them the menu is a choice of one. */
export interface MenuItem {
	readonly label: string;
	readonly icon?: string;
	/** Pale text at the right: a key, a command. */
	readonly detail?: string;
	readonly checked?: boolean;
	readonly run: () => void;
}

/**
 * Opens a menu under `anchor`, or at a point. Arrows, Home, End, letters, Enter and Escape as in ARIA's menu pattern;
 * closing gives the focus back to where it was.
 */
export function openMenu(label: string, items: readonly MenuItem[], anchor: HTMLElement | { readonly x: number; readonly y: number }): void {
	document.querySelector('.menu')?.remove();
	const before = document.activeElement;
	const radio = items.some(item => item.checked !== undefined);
	const menu = element('div', { class: 'menu', role: 'menu', 'aria-label': label });
	const buttons = items.map(item => {
		const made = element('div', {
			class: 'menu-item',
			role: radio ? 'menuitemradio' : 'menuitem',
			tabindex: -1,
			'aria-checked': radio ? String(item.checked === true) : undefined,
		},
			radio ? icon(item.checked ? 'check' : 'blank') : item.icon ? icon(item.icon) : undefined,
			element('span', { class: 'menu-label' }, item.label),
			item.detail ? element('span', { class: 'menu-detail' }, item.detail) : undefined);
		made.addEventListener('click', () => { close(true); item.run(); });
		made.addEventListener('pointermove', () => { made.focus({ preventScroll: true }); });
		return made;
	});
	menu.append(...buttons);
	const close = (back: boolean) => {
		menu.remove();
		window.removeEventListener('blur', away);
		document.removeEventListener('pointerdown', outside, true);
		if (back && before instanceof HTMLElement) { before.focus({ preventScroll: true }); }
	};
	const away = () => { close(false); };
	const outside = (event: Event) => { if (!(event.target instanceof Node && menu.contains(event.target))) { close(false); } };
	menu.addEventListener('keydown', event => {
		const at = buttons.findIndex(item => item === document.activeElement);
		const go = (to: number) => { buttons[(to + buttons.length) % buttons.length]?.focus(); };
		event.stopPropagation();
		if (event.key === 'ArrowDown') { go(at + 1); }
		else if (event.key === 'ArrowUp') { go(at - 1); }
		else if (event.key === 'Home') { go(0); }
		else if (event.key === 'End') { go(-1); }
		else if (event.key === 'Enter' || event.key === ' ') { buttons[at]?.click(); }
		else if (event.key === 'Escape' || event.key === 'Tab') { close(true); }
		else if (event.key.length === 1) { buttons.find(item => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus(); }
		event.preventDefault();
	});
	// Inside the landmark, so that screen readers place it.
	(document.querySelector('main') ?? document.body).append(menu);
	place(menu, anchor);
	window.addEventListener('blur', away);
	document.addEventListener('pointerdown', outside, true);
	(buttons[Math.max(0, items.findIndex(item => item.checked))] ?? menu).focus();
}

/** Below the anchor, moved into the window where it would stick out. */
function place(menu: HTMLElement, anchor: HTMLElement | { readonly x: number; readonly y: number }): void {
	const box = anchor instanceof HTMLElement ? anchor.getBoundingClientRect() : undefined;
	const x = box ? box.left : anchor instanceof HTMLElement ? 0 : anchor.x;
	const y = box ? box.bottom + 2 : anchor instanceof HTMLElement ? 0 : anchor.y;
	menu.style.left = `${Math.max(4, Math.min(x, window.innerWidth - menu.offsetWidth - 4))}px`;
	menu.style.top = `${Math.max(4, Math.min(y, window.innerHeight - menu.offsetHeight - 4))}px`;
}
