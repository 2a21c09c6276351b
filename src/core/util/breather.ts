import { monotonic } from './monotonic.ts';

/** To be awaited between steps of long work: gives the event loop a turn when the last one is longer ago than so many milliseconds. */
export function breather(sliceMs: number): () => Promise<void> {
	let turn = monotonic();
	return async () => {
		if (monotonic() - turn <= sliceMs) { return; }
		await new Promise(done => { setImmediate(done); });
		turn = monotonic();
	};
}
