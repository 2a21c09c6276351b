/**
 * Lets the editor breathe: what it returns is called between small pieces of work, and waits for the next turn of the event loop when
 * this one has lasted `sliceMs` milliseconds.
 */
export function createBreather(sliceMs = 8): () => Promise<void> {
	let turn = performance.now();
	return async () => {
		if (performance.now() - turn < sliceMs) { return; }
		await new Promise(resolve => { setImmediate(resolve); });
		turn = performance.now();
	};
}
