import type { Checkbox, Dropdown, TextField } from '../toolkit.ts';
import { element, icon } from './element.ts';

/** A push button of the toolkit with an optional codicon at the start. */
export function button(
	label: string,
	onClick: () => void,
	options: { readonly primary?: boolean; readonly icon?: string; readonly end?: string } = {},
): HTMLElement {
	const made = element('vscode-button', { appearance: options.primary ? 'primary' : 'secondary' });
	if (options.icon) { made.append(slotted(icon(options.icon), 'start')); }
	made.append(label);
	if (options.end) { made.append(slotted(icon(options.end), 'end')); }
	made.addEventListener('click', onClick);
	return made;
}

/** A button that is only a codicon; `label` is what it is called and its tooltip. */
export function iconButton(name: string, label: string, onClick: () => void): HTMLElement {
	const made = element('vscode-button', { appearance: 'icon', title: label, 'aria-label': label }, icon(name));
	made.addEventListener('click', onClick);
	return made;
}

/** A one-line input with the search sign. `onInput` gets each new value. */
export function searchField(placeholder: string, value: string, onInput: (value: string) => void): TextField {
	const made = element('vscode-text-field', { placeholder, 'aria-label': placeholder, class: 'search' }, slotted(icon('search'), 'start')) as TextField;
	made.value = value;
	made.addEventListener('input', () => { onInput(made.value); });
	return made;
}

/** An entry of a drop-down list. */
export interface Choice { readonly value: string; readonly label: string }

/** A drop-down list. */
export function dropdown(label: string, choices: readonly Choice[], chosen: string, onChange: (value: string) => void): Dropdown {
	const made = element('vscode-dropdown', { 'aria-label': label }) as Dropdown;
	setChoices(made, choices, chosen);
	made.addEventListener('change', () => { onChange(made.value); });
	return made;
}

/** Gives a drop-down other choices. */
export function setChoices(target: Dropdown, choices: readonly Choice[], chosen: string): void {
	target.replaceChildren(...choices.map(({ value, label }) => element('vscode-option', { value, selected: value === chosen }, label)));
	// The toolkit reads the options in a later task; until then a value would be lost.
	queueMicrotask(() => { target.value = chosen; });
}

/** A check box of the toolkit with its label. */
export function checkbox(label: string, checked: boolean, onChange: (checked: boolean) => void): Checkbox {
	const made = element('vscode-checkbox', { checked }, label) as Checkbox;
	made.checked = checked;
	made.addEventListener('change', () => { onChange(made.checked); });
	return made;
}

function slotted(target: HTMLElement, slot: string): HTMLElement {
	target.slot = slot;
	return target;
}
