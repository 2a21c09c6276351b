/** What the grid needs to know of a row, whatever its columns show. */
export interface GridRow {
	/** Unique among the rows, stable over time. */
	readonly id: string;
	/** From 1. */
	readonly level: number;
	/** From 1, among its siblings. */
	readonly position: number;
	readonly siblings: number;
	/** `undefined`: a leaf. */
	readonly expanded: boolean | undefined;
	/** Id of the row above it in the tree. */
	readonly parent: string | undefined;
	/** What a screen reader says; state, level and position come from ARIA. */
	readonly spoken: string;
	/** For type-ahead. */
	readonly name: string;
}
