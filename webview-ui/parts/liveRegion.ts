import { element } from './element.ts';

/** The one polite live region: says what changed without moving the focus. */
export interface LiveRegion {
	readonly root: HTMLElement;
	say(text: string): void;
}

/** Makes the region; its root must be in the document before it says anything. */
export function createLiveRegion(): LiveRegion {
	const root = element('div', { class: 'spoken-only', role: 'status', 'aria-live': 'polite' });
	return {
		root,
		say: text => {
			// The same sentence twice would not be read again.
			root.textContent = root.textContent === text ? `${text}\u00a0` : text;
		},
	};
}
