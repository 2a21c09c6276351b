import type { FromWebview } from '../src/protocol/fromWebview.ts';
import type { PanelState } from '../src/protocol/panelState.ts';
import type { Words } from './state/words.ts';

/** What every page gets: words, the way to the extension, the memory of the panel. */
export interface App {
	readonly words: Words;
	post(message: FromWebview): void;
	/** Says a sentence to screen readers. */
	say(text: string): void;
	readonly state: PanelState;
	/** Changes the memory; saved a moment later. */
	remember(change: Partial<PanelState>): void;
	readonly layout: Layout;
}

/** `wide` from 900 px: details at the right; `narrow` below 480 px: name and size only. */
export type Layout = 'wide' | 'medium' | 'narrow';

/** The layout for a width in CSS pixels; zooming in makes the width smaller. */
export function layoutOf(width: number): Layout {
	if (width >= 900) { return 'wide'; }
	return width >= 480 ? 'medium' : 'narrow';
}
