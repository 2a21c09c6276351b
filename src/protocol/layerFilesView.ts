import type { NamedReference } from './inspectView.ts';

/** All entries of one layer's tar, in its order. Raw foreign text; sizes in bytes. */
export interface LayerFilesView {
	readonly reference: NamedReference;
	/** Id and name of the platform. */
	readonly platform: string;
	readonly platformName: string;
	readonly digest: string;
	/** From 1. */
	readonly layer: number;
	readonly layerCount: number;
	/** The step that made the layer, as recorded. */
	readonly createdBy: string;
	readonly compressedSize: number;
	/** Sum of the files. */
	readonly size: number;
	readonly entries: readonly LayerEntry[];
	/** Reading stopped at a bound; what is missing is said in words. */
	readonly truncated?: boolean;
}

/** One entry. Whiteouts carry the path that they delete, opaque ones the folder that they hide. */
export interface LayerEntry {
	/** Without leading slash: `usr/bin/env`. */
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
	/** Whiteouts: the layer (from 1) whose file is hidden, when known. */
	readonly hides?: number;
}
