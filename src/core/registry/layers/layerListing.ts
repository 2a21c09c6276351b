/** The entries of one layer's tar, in its order. Raw foreign text. */
export interface LayerListing {
	readonly entries: readonly LayerEntry[];
	/** Sum of the files, bytes. */
	readonly size: number;
	/** Reading stopped at a bound. */
	readonly truncated?: boolean;
}

/** One entry. Whiteouts carry the path that they delete, opaque ones the folder that they hide. */
export interface LayerEntry {
	/** Without leading slash or `./`: `usr/bin/env`; folders without their last slash. */
	readonly path: string;
	readonly kind: 'file' | 'folder' | 'symlink' | 'hardlink' | 'device' | 'whiteout' | 'opaque';
	readonly size: number;
	/** Permission bits, `0o755`. */
	readonly mode: number;
	readonly uid: number;
	readonly gid: number;
	readonly user?: string;
	readonly group?: string;
	/** ISO 8601. */
	readonly modified?: string;
	/** Where a link points. */
	readonly target?: string;
}
