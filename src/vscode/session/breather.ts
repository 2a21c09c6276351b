/**
 * Lets the editor breathe: what it returns is called between small pieces of work, and waits for the next turn of the event loop when
 * this one has lasted `sliceMs` milliseconds.
 */
export function createBreather(sliceMs = 5): () => Promise<void> {
	let turn = performance.now();
	return async () => {
		if (performance.now() - turn < sliceMs) { return; }
		await nextTurn();
		turn = performance.now();
	};
}

/** The next turn of the event loop: what the editor waits for comes first. */
export function nextTurn(): Promise<void> {
	return new Promise(resolve => { setImmediate(resolve); });
}
