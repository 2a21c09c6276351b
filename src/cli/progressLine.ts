import type { CheckProgress } from '../core/engine/contract.ts';
import type { Streams } from './streams.ts';

/** One line on standard error, drawn only when the work takes over a second, and erased at the end. */
export interface ProgressLine {
	update(progress: CheckProgress): void;
	clear(): void;
}

/** Draws nothing where standard error is no terminal. */
export function progressLine(streams: Streams, delayMs = 1000): ProgressLine {
	const begun = Date.now();
	let drawn = false;
	return {
		update({ done, total, hosts }) {
			if (!streams.progress || Date.now() - begun < delayMs) { return; }
			drawn = true;
			streams.err(`\r\u001b[KAsking ${done}/${total}  ${hosts.slice(0, 4).join('  ')}`);
		},
		clear() {
			if (drawn) { streams.err('\r\u001b[K'); }
			drawn = false;
		},
	};
}
