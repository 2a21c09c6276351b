import { folderOf, joinPath } from '../../util/filePath.ts';
import type { ExtractInput } from '../card.ts';
import type { ComposeFiles } from './composeFiles.ts';
import { defaultProject } from './defaultProject.ts';
import { isComposeFile, looksLikeCompose } from './isComposeFile.ts';
import { readProject } from './project.ts';
import type { Project } from './project.ts';
import { environmentScope } from './scope.ts';

/** More projects than this change nothing for a reader. */
const mostProjects = 8;

/** The projects that a file takes part in. */
export interface ComposeProjects {
	/** Those that load it, the usual one first. */
	readonly loading: readonly Project[];
	/** Those whose services only extend some of its services, and the file by itself, for what lies under that of another file. */
	readonly extending: readonly Project[];
}

/**
 * Which projects read a file: those that include it; else the one of its folder, unless it is an upper file of somebody's list, and the
 * lists that begin with it. A file whose name says nothing is a project for those who name it, and by itself where nobody does.
 */
export function projectsOf({ file, text, languageId, loads = [], environment }: ExtractInput, files: ComposeFiles): ComposeProjects {
	const scope = environmentScope(environment);
	const read = (lists: readonly (readonly string[])[]): Project[] => {
		const different = new Map(lists.map(list => [list.join('\n'), list]));
		return [...different.values()].slice(0, mostProjects).map(list => readProject(list, scope, files));
	};
	const by = (kind: 'include' | 'extends' | 'list'): readonly (readonly string[])[] => loads.filter(load => load.by === kind).map(load => load.project);
	const included = by('include');
	const lists = by('list');
	const isOwn = included.length === 0
		&& lists.every(([first]) => first === file)
		&& (isComposeFile(file, languageId, text) || (loads.length === 0 && looksLikeCompose(file, text)));
	const own = isOwn ? [defaultProject(file, files.scope(scope, [joinPath(folderOf(file), '.env')]), files)] : [];
	const loading = [...included, ...own, ...lists];
	const isAlone = loading.some(list => list.length === 1 && list[0] === file);
	return { loading: read(loading), extending: read([...by('extends'), ...isAlone ? [] : [[file]]]) };
}
