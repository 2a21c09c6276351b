import { stopwatch } from './stopwatch.ts';

/** Watches how long the turns of this process's event loop take, in milliseconds as a stopwatch counts them. */
export function watchTurns(): { stop(): { readonly longest: number; over(limit: number): number } } {
	const blocks: number[] = [];
	let watch = stopwatch();
	const next = (): NodeJS.Timeout => setTimeout(() => {
		blocks.push(watch());
		watch = stopwatch();
		timer = next();
	}, 1);
	let timer = next();
	return {
		stop() {
			clearTimeout(timer);
			return {
				longest: Math.round(blocks.reduce((most, block) => Math.max(most, block), 0) * 10) / 10,
				over: limit => blocks.filter(block => block > limit).length,
			};
		},
	};
}
