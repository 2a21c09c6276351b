/** What `element` sets: `class`, ARIA and other attributes; `on…` listeners. No way to set HTML: foreign text only becomes text. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A child: an element, a text, or nothing. */
export type Child = Node | string | undefined | false;

/**
 * Makes an element. `false` and `undefined` attributes are left out, `true` ones are set empty; strings become text nodes.
 */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Attributes, ...children: readonly Child[]): HTMLElementTagNameMap[K];
export function element(tag: string, attributes?: Attributes, ...children: readonly Child[]): HTMLElement;
export function element(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): HTMLElement {
	const made = document.createElement(tag);
	setAttributes(made, attributes);
	append(made, children);
	return made;
}

/** Sets or, by `undefined` and `false`, removes attributes. */
export function setAttributes(target: Element, attributes: Attributes): void {
	for (const [name, value] of Object.entries(attributes)) {
		if (value === undefined || value === false) {
			target.removeAttribute(name);
		} else {
			target.setAttribute(name, value === true ? '' : String(value));
		}
	}
}

/** Puts other children in. */
export function replaceChildren(target: Element, ...children: readonly Child[]): void {
	target.replaceChildren();
	append(target, children);
}

/** A codicon; hidden from screen readers, since words stand beside it or on its button. */
export function icon(name: string, extra = ''): HTMLElement {
	return element('span', { class: `codicon codicon-${name}${extra && ` ${extra}`}`, 'aria-hidden': 'true' });
}

function append(target: Element, children: readonly Child[]): void {
	for (const child of children) {
		if (child !== undefined && child !== false) { target.append(child); }
	}
}
