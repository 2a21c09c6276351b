/** Calls `work` at most once in `delay` milliseconds (a function is asked each time), however often it is asked; the last call always comes. */
export function throttle(work: () => void, delay: number | (() => number)): { (): void; dispose(): void } {
	let timer: NodeJS.Timeout | undefined;
	const ask = (): void => {
		timer ??= setTimeout(() => { timer = undefined; work(); }, typeof delay === 'number' ? delay : delay());
	};
	return Object.assign(ask, { dispose: () => { clearTimeout(timer); timer = undefined; } });
}
