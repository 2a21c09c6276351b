const focusable = 'vscode-button, button, a[href], [tabindex]';

/**
 * Redraws a part of the page and gives the focus back to the control that stands where the focused one stood,
 * so that an answer arriving does not throw a keyboard user out.
 */
export function keepFocus(root: HTMLElement, redraw: () => void): void {
	const before = [...root.querySelectorAll<HTMLElement>(focusable)].findIndex(control => control.contains(document.activeElement));
	redraw();
	if (before < 0) { return; }
	// The toolkit's controls take the focus only after they have drawn themselves.
	requestAnimationFrame(() => {
		if (document.activeElement === document.body || document.activeElement === null) {
			root.querySelectorAll<HTMLElement>(focusable)[before]?.focus();
		}
	});
}
