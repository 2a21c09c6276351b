/**
 * Makes a toolbar one tab stop: arrows, Home and End go from control to control. Call it again after its controls changed.
 * In a text input the arrows stay with the caret until it is at the end that they point to.
 */
export function roving(toolbar: HTMLElement): void {
	const controls = () =>
		[...toolbar.querySelectorAll<HTMLElement>('[data-stop], vscode-button, vscode-text-field, vscode-dropdown, vscode-checkbox')].filter(isShown);
	const all = controls();
	const current = all.find(control => control.tabIndex === 0 && control.hasAttribute('data-current')) ?? all[0];
	mark(all, current);
	if (toolbar.dataset.roving) { return; }
	toolbar.dataset.roving = 'yes';
	toolbar.addEventListener('focusin', event => {
		const now = controls();
		const focused = now.find(control => event.target instanceof Node && control.contains(event.target));
		if (focused) { mark(now, focused); }
	});
	toolbar.addEventListener('keydown', event => {
		const now = controls();
		const at = now.findIndex(control => event.target instanceof Node && control.contains(event.target));
		const to = target(event, now, at);
		if (to === undefined || at < 0 || event.ctrlKey || event.altKey || event.metaKey) { return; }
		event.preventDefault();
		const next = now[(to + now.length) % now.length];
		mark(now, next);
		next?.focus();
	});
}

function target(event: KeyboardEvent, controls: readonly HTMLElement[], at: number): number | undefined {
	const control = controls[at];
	const input = control && 'control' in control && control.control instanceof HTMLInputElement && control.control.type === 'text'
		? control.control
		: undefined;
	switch (event.key) {
		case 'ArrowRight': return input && input.selectionEnd !== input.value.length ? undefined : at + 1;
		case 'ArrowLeft': return input && input.selectionStart !== 0 ? undefined : at - 1;
		case 'Home': return input ? undefined : 0;
		case 'End': return input ? undefined : controls.length - 1;
		default: return undefined;
	}
}

function mark(controls: readonly HTMLElement[], current: HTMLElement | undefined): void {
	for (const control of controls) {
		control.toggleAttribute('data-current', control === current);
		control.tabIndex = control === current ? 0 : -1;
		// FAST's input and drop-down keep their own tab stop inside their shadow root.
		if ('control' in control && control.control instanceof HTMLElement) { control.control.tabIndex = control.tabIndex; }
	}
}

function isShown(control: HTMLElement): boolean {
	return control.getClientRects().length > 0;
}
