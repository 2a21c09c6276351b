/**
 * A sentence as data: `text` has `{name}` slots which `args` fill.
 * The core never translates; adapters look `text` up in the language bundle.
 */
export interface Message {
	readonly text: string;
	readonly args?: Readonly<Record<string, string | number>>;
}
