import { folderOf, joinPath } from '../../util/filePath.ts';
import type { ComposeFiles } from './composeFiles.ts';
import { includesOf } from './includes.ts';
import type { Scope } from './scope.ts';
import type { Layer, Source } from './source.ts';

/** One document of a project. */
export interface Level {
	readonly root: Layer;
	/** Where its services find the services of this project that they extend: the document, then what its file includes. */
	readonly near: readonly Layer[];
}

/** Compose files that are loaded as one. */
export interface Project {
	readonly files: readonly string[];
	/** All documents, the uppermost first: those of the last file, what it includes, those of the file before. */
	readonly levels: readonly Level[];
	/** The files it consists of, without those that services extend. */
	readonly sources: readonly Source[];
}

/** More files than this are an attack, or include each other. */
const mostFiles = 200;

/** Loads the files of a project with everything that they include, as compose-go does. */
export function readProject(paths: readonly string[], outer: Scope, files: ComposeFiles): Project {
	const folder = folderOf(paths[0]!);
	const sources: Source[] = [];
	const read = (path: string, within: string, scope: Scope, chain: ReadonlySet<string>): readonly Level[] => {
		if (chain.has(path) || sources.length >= mostFiles) { return []; }
		const source = files.source(path, within, scope);
		if (!source) { return []; }
		sources.push(source);
		const below = new Set(chain).add(path);
		const included = includesOf(source).flatMap(entry => readAll(entry.paths, entry.folder, files.scope(scope, entry.environmentFiles), below));
		return [...source.roots.map(root => ({ root, near: [root, ...included.map(level => level.root)] })), ...included];
	};
	const readAll = (list: readonly string[], within: string, scope: Scope, chain: ReadonlySet<string>): readonly Level[] =>
		list.toReversed().flatMap(path => read(path, within, scope, chain));
	return { files: paths, sources, levels: readAll(paths, folder, files.scope(outer, [joinPath(folder, '.env')]), new Set()) };
}
