/** One of the things a panel can show. */
export interface Page {
	readonly root: HTMLElement;
	/** Where F6 goes, in turn. */
	readonly regions: readonly Region[];
	/** Ctrl+F. */
	find?(): void;
	/** Alt+Left. */
	back?(): void;
}

/** A part of a page with one tab stop. */
export interface Region {
	readonly root: HTMLElement;
	focus(): void;
}
