import { folderOf, joinPath } from '../../util/filePath.ts';
import { asMap } from '../yaml/lookup.ts';
import { listOf, under } from './layers.ts';
import { knownText } from './knownText.ts';
import { textOf } from './source.ts';
import type { Layer, Source } from './source.ts';

/** One entry of `include`. */
export interface Include {
	/** The files that are merged, later ones on top. */
	readonly paths: readonly string[];
	/** What their paths are relative to: `project_directory`, else the folder of the first. */
	readonly folder: string;
	/** Where they look up what the including project does not know. */
	readonly environmentFiles: readonly string[];
}

/** What a Compose file includes, in the order it is written; what lies in a repository or a registry, or depends on an open variable, is left out. */
export function includesOf(source: Source): readonly Include[] {
	if (!/\binclude\b/.test(source.text)) { return []; }
	return listOf(under(source.roots, 'include')).flatMap((entry): Include[] => {
		const map = asMap(entry.node) ? [entry] : undefined;
		const paths = map ? pathsOf(under(map, 'path'), source) : pathsOf([entry], source);
		if (paths.length === 0) { return []; }
		const [directory] = map ? pathsOf(under(map, 'project_directory'), source) : [];
		const folder = directory ?? folderOf(paths[0]!);
		const given = map ? pathsOf(under(map, 'env_file'), source) : [];
		return [{ paths, folder, environmentFiles: given.length > 0 ? given : [joinPath(folder, '.env')] }];
	});
}

function pathsOf(layers: readonly Layer[], { folder }: Source): readonly string[] {
	return listOf(layers).flatMap(layer => {
		const text = knownText(textOf(layer));
		return text === undefined || /^[a-z][a-z0-9+.-]+:|^git@|\.git(?:#|$)/i.test(text) ? [] : [joinPath(folder, text)];
	});
}
