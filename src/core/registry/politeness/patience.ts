/** The time that all requests for one question may take together; waiting for a turn is not counted. */
export interface Patience {
	/** Milliseconds; 0 when it is over. */
	readonly left: number;
	spend(milliseconds: number): void;
}

/** Patience for so many milliseconds. */
export function createPatience(milliseconds: number): Patience {
	let left = milliseconds;
	return {
		get left() { return Math.max(left, 0); },
		spend(spent) { left -= spent; },
	};
}
