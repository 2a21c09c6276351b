import { onAbort } from './onAbort.ts';

/** Lets a few through at a time, per host and in all, in the order of asking. */
export interface Limiter {
	/** Runs the task when its turn comes; `undefined` when cancelled before that. */
	run<T>(host: string, signal: AbortSignal, task: () => Promise<T>): Promise<T | undefined>;
}

/** `perHost` at one host, `total` at all. */
export function createLimiter(perHost: number, total: number): Limiter {
	const active = new Map<string, number>();
	const waiting: { readonly host: string; readonly start: () => void }[] = [];
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
		const next = waiting.findIndex(one => free(one.host));
		if (next !== -1) { waiting.splice(next, 1)[0]?.start(); }
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
			const cancel = (): void => {
				const index = waiting.indexOf(entry);
				if (index !== -1) { waiting.splice(index, 1); }
				resolve(false);
			};
			const entry = {
				host,
				start: () => {
					ignore();
					begin(host);
					resolve(true);
				},
			};
			waiting.push(entry);
			const ignore = onAbort(signal, cancel);
		});
	}
}
