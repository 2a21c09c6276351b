import { printable } from '../core/util/printable.ts';
import type { Streams } from './streams.ts';

/** One line on standard error for work that takes over a second. */
export interface ProgressLine {
	/** Says what is being done now; drawn when it is time. */
	show(text: string): void;
	/** Takes the line away, so that something else can be printed; the next `show` draws it again. */
	clear(): void;
	/** Takes the line away for good. */
	end(): void;
}

/** Draws nothing where standard error is no terminal. */
export function progressLine(streams: Pick<Streams, 'progress' | 'err'>, first: string, delayMs = 1000): ProgressLine {
	if (!streams.progress) { return { show: () => undefined, clear: () => undefined, end: () => undefined }; }
	let text = first;
	let due = false;
	let drawn = false;
	const draw = (): void => {
		drawn = true;
		// A longer line would wrap in most terminals, and only its last row could be erased.
		streams.err(`\r\u001b[K${printable(text).slice(0, 78)}`);
	};
	const clear = (): void => {
		if (drawn) { streams.err('\r\u001b[K'); }
		drawn = false;
	};
	// Nothing may happen for long: a registry that does not answer is when people want to know what is waited for.
	const timer = setTimeout(() => { due = true; draw(); }, delayMs).unref();
	return {
		show(next) {
			text = next;
			if (due) { draw(); }
		},
		clear,
		end() {
			clearTimeout(timer);
			due = false;
			clear();
		},
	};
}
