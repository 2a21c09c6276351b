import type { LayerEntry } from '../../protocol/layerFilesView.ts';

/** The layers of one image that were listed, to say from which one a file is deleted. Nothing is asked for it. */
export interface HiddenLayers {
	/** Remembers the paths of a layer. */
	learn(digest: string, entries: readonly Pick<LayerEntry, 'path' | 'kind'>[]): void;
	/** The entries with `hides` where that is certain. `below`: digests of the layers under this one, bottom first. */
	mark(entries: readonly LayerEntry[], below: readonly string[]): readonly LayerEntry[];
}

interface Known { readonly paths: ReadonlySet<string>; readonly deleted: ReadonlySet<string> }

/** Paths that are kept at most; a panel that listed more says less. */
const most = 400_000;

/** With one layer below there is no doubt. With more, the highest that has the path or something in it counts, if all between were listed. */
export function hiddenLayers(): HiddenLayers {
	const known = new Map<string, Known>();
	let kept = 0;

	const layerOf = (path: string, below: readonly string[]): number | undefined => {
		if (below.length === 1) { return 1; }
		for (let at = below.length - 1; at >= 0; at--) {
			const layer = known.get(below[at] ?? '');
			if (!layer) { return undefined; }
			if (layer.paths.has(path)) { return at + 1; }
			// It was deleted here already: then nothing below shows through.
			if (within(path, layer.deleted)) { return undefined; }
		}
		return undefined;
	};

	return {
		learn(digest, entries) {
			if (known.has(digest) || kept > most) { return; }
			const paths = new Set<string>();
			const deleted = new Set<string>();
			for (const { path, kind } of entries) {
				if (kind === 'whiteout' || kind === 'opaque') { deleted.add(path); continue; }
				// A folder may have no entry of its own.
				for (let end = path.length; end > 0 && !paths.has(path.slice(0, end)); end = path.lastIndexOf('/', end - 1)) { paths.add(path.slice(0, end)); }
			}
			kept += paths.size + deleted.size;
			known.set(digest, { paths, deleted });
		},
		mark(entries, below) {
			return entries.map(entry => {
				const hides = entry.kind === 'whiteout' || entry.kind === 'opaque' ? layerOf(entry.path, below) : undefined;
				return hides === undefined ? entry : { ...entry, hides };
			});
		},
	};
}

/** Is it, or a folder above it, among these? */
function within(path: string, paths: ReadonlySet<string>): boolean {
	for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
		if (paths.has(path.slice(0, end))) { return true; }
	}
	return false;
}
