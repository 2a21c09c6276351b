import type { NamedReference } from './inspectView.ts';

/** Two platforms of two images (or of one) side by side. Raw foreign text; sizes in bytes. */
export interface CompareView {
	readonly a: CompareSide;
	readonly b: CompareSide;
	readonly summary: {
		readonly sharedLayers: number;
		readonly sharedSize: number;
		/** Layer rows that are not the same. */
		readonly differentLayers: number;
		readonly differentSizeA: number;
		readonly differentSizeB: number;
		readonly totalA: number;
		readonly totalB: number;
	};
	readonly sections: readonly CompareSection[];
}

/** One of the two images, with the platform that is compared and those it could be. */
export interface CompareSide {
	readonly reference: NamedReference;
	/** Id of the chosen one of `platforms`. */
	readonly platform: string;
	readonly platforms: readonly PlatformChoice[];
}

/** A platform that can be chosen for a side. */
export interface PlatformChoice {
	readonly id: string;
	/** `linux/amd64`, with the OS version where there are several. */
	readonly name: string;
}

/** A group of rows under one heading. */
export interface CompareSection {
	readonly kind: 'platforms' | 'configuration' | 'layers' | 'attestations';
	readonly rows: readonly CompareRow[];
}

/** One thing that both sides have, or only one of them. */
export interface CompareRow {
	/** Unique in the view. */
	readonly id: string;
	/** `onlyA`: was removed on the way to B. */
	readonly mark: 'same' | 'changed' | 'onlyA' | 'onlyB';
	/** What the row is about. */
	readonly label: CompareLabel;
	readonly a?: CompareCell;
	readonly b?: CompareCell;
}

/** `text` is foreign (a platform's name, a label's key); all else is a word of ours. */
export type CompareLabel =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'layer'; readonly number: number }
	| {
		readonly type: 'field';
		readonly field: 'created' | 'entrypoint' | 'command' | 'workingDirectory' | 'user' | 'environment' | 'ports' | 'labels' | 'provenance' | 'sbom' | 'attestation'
	};

/** What stands at one side of a row. */
export interface CompareCell {
	/** A date when the label is `created`. */
	readonly text: string;
	readonly size?: number;
	readonly digest?: string;
}
