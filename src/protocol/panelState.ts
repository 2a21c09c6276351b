/**
 * What a panel is, as `vscode.setState` keeps it: a `WebviewPanelSerializer` gets it back after a reload and asks anew
 * for `reference` (or `a` and `b`). Everything else is the webview's own memory of how it was left.
 */
export interface PanelState {
	readonly version: 1;
	readonly view: 'inspect' | 'compare' | 'explain';
	/** Canonical reference; absent for compare and explain. */
	readonly reference?: string;
	readonly a?: { readonly reference: string; readonly platform: string };
	readonly b?: { readonly reference: string; readonly platform: string };
	/** Ids of expanded rows; absent until a person changed something. */
	readonly expanded?: readonly string[];
	readonly selected?: string;
	readonly filter?: string;
	/** Id of the platform that the drop-down shows alone. */
	readonly platform?: string;
	readonly scrollTop?: number;
	/** Compare view: also show what is the same. */
	readonly showSame?: boolean;
}
