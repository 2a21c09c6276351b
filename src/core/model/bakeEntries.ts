import type { Span } from './span.ts';

/** The value of a `bakeTarget` entry: what a target that can be built says, inherited attributes included. */
export interface BakeTargetEntry {
	readonly name: string;
	/** `output`, objects written as `key=value,…`; empty when there is none, `undefined` when something in it is not known. */
	readonly outputs: readonly string[] | undefined;
	/** Does it make attestations? By default provenance. `undefined`: not known. */
	readonly attested: boolean | undefined;
}

/** The value of a `bakePush` entry: an `output` that pushes, where it is written. */
export interface BakePushEntry {
	/** The targets that push by it: its own, and those that inherit it. */
	readonly targets: readonly BakeTargetEntry[];
	/** The items that push; `span` covers exactly `value` and is absent for objects and composed texts. */
	readonly outputs: readonly { readonly value: string; readonly span?: Span }[];
	/** The block's own list of attestations, brackets included. */
	readonly attestSpan?: Span;
	/** Where an `attest` goes when the block has none, and what stands around its list. */
	readonly insertion?: { readonly offset: number; readonly before: string };
}
