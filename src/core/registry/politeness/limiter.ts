import { onAbort } from './onAbort.ts';

/** Lets a few through at a time, per host and in all; hosts take turns, so that the slowest queue does not come last. */
export interface Limiter {
	/** Runs the task when its turn comes; `undefined` when cancelled before that. */
	run<T>(host: string, signal: AbortSignal, task: () => Promise<T>): Promise<T | undefined>;
}

/** `perHost` at one host, `total` at all. */
export function createLimiter(perHost: number, total: number): Limiter {
	const active = new Map<string, number>();
	/** In the order of asking; a host without waiters has no entry. */
	const waiting = new Map<string, Set<() => void>>();
	let running = 0;

	const free = (host: string): boolean => running < total && (active.get(host) ?? 0) < perHost;
	const begin = (host: string): void => {
		running++;
		active.set(host, (active.get(host) ?? 0) + 1);
	};
	const end = (host: string): void => {
		running--;
		const left = (active.get(host) ?? 1) - 1;
		if (left === 0) { active.delete(host); } else { active.set(host, left); }
		const next = [...waiting].filter(([name]) => free(name))
			.reduce<readonly [string, Set<() => void>] | undefined>((best, one) => !best || one[1].size > best[1].size ? one : best, undefined);
		for (const start of next?.[1] ?? []) { start(); break; }
	};
	return {
		async run(host, signal, task) {
			if (signal.aborted) { return undefined; }
			if (free(host)) {
				begin(host);
			} else if (!await turn(host, signal)) {
				return undefined;
			}
			try { return await task(); } finally { end(host); }
		},
	};

	/** Takes the place itself, in the same tick as it becomes free. */
	function turn(host: string, signal: AbortSignal): Promise<boolean> {
		return new Promise(resolve => {
			const queue = waiting.get(host) ?? new Set();
			waiting.set(host, queue);
			const leave = (): void => {
				queue.delete(start);
				if (queue.size === 0 && waiting.get(host) === queue) { waiting.delete(host); }
			};
			const ignore = onAbort(signal, () => {
				leave();
				resolve(false);
			});
			const start = (): void => {
				ignore();
				leave();
				begin(host);
				resolve(true);
			};
			queue.add(start);
		});
	}
}
