import type { Steps } from '../state/steps.ts';

/**
 * Milliseconds of the first slice, and of those that follow when it was not enough: what is short is there at once, what is long leaves the
 * page its frames.
 */
const first = 16;
const slice = 8;

/** Does the work in slices with turns of the page between them, the first at once. What it returns gives the work up. */
export function inSlices(steps: Steps<void>): () => void {
	const channel = new MessageChannel();
	let over = false;
	const work = (milliseconds: number): void => {
		if (over) { return; }
		for (const start = performance.now(); performance.now() - start < milliseconds;) {
			if (steps.next().done) { stop(); return; }
		}
		channel.port2.postMessage(undefined);
	};
	const stop = (): void => {
		over = true;
		channel.port1.close();
	};
	channel.port1.onmessage = () => { work(slice); };
	work(first);
	return stop;
}
