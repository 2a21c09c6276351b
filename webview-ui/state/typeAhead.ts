import type { GridRow } from './gridRow.ts';

/** Finds rows by the letters typed in quick succession. */
export interface TypeAhead {
	/** The row to go to, or `undefined` when none starts so. `now` in milliseconds. */
	type(letter: string, rows: readonly GridRow[], at: number, now: number): number | undefined;
}

const pause = 700;

/** The same letter again goes to the next row that starts with it; more letters narrow the search, beginning at the row itself. */
export function createTypeAhead(): TypeAhead {
	let typed = '';
	let last = -Infinity;
	return {
		type(letter, rows, at, now) {
			typed = now - last > pause ? letter.toLowerCase() : typed + letter.toLowerCase();
			last = now;
			const same = [...typed].every(one => one === typed[0]);
			const wanted = same ? typed[0] ?? '' : typed;
			const start = same ? at + 1 : Math.max(0, at);
			for (let step = 0; step < rows.length; step++) {
				const index = (start + step) % rows.length;
				if (rows[index]?.name.toLowerCase().startsWith(wanted)) { return index; }
			}
			return undefined;
		},
	};
}
