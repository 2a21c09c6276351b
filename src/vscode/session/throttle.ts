/** Calls `work` at most once in `delay` milliseconds, however often it is asked; the last call always comes. */
export function throttle(work: () => void, delay: number): { (): void; dispose(): void } {
	let timer: NodeJS.Timeout | undefined;
	const ask = (): void => {
		timer ??= setTimeout(() => { timer = undefined; work(); }, delay);
	};
	return Object.assign(ask, { dispose: () => { clearTimeout(timer); timer = undefined; } });
}
