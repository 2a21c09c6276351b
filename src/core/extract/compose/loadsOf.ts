import type { ComposeLoad } from '../../model/index.ts';
import type { ExtractInput } from '../card.ts';
import type { ComposeFiles } from './composeFiles.ts';
import type { Project } from './project.ts';
import { extendedSources } from './services.ts';
import type { Source } from './source.ts';

const mostExtended = 200;

/**
 * What the projects load beside their own files. Asks for every file on the way; only the first file of a project speaks for it, and only
 * where nobody includes that file.
 */
export function loadsOf(projects: readonly Project[], { file, loads = [] }: ExtractInput, files: ComposeFiles): readonly ComposeLoad[] {
	const isIncluded = loads.some(load => load.by === 'include');
	return projects.flatMap((project): ComposeLoad[] => {
		const own = new Set(project.files);
		const included = new Set(project.sources.map(source => source.file).filter(path => !own.has(path)));
		const extended = extendedFrom(project.sources, files).filter(path => !own.has(path) && !included.has(path));
		if (isIncluded || project.files[0] !== file) { return []; }
		return [
			...[...included].map((path): ComposeLoad => ({ file: path, project: project.files, by: 'include' })),
			...extended.map((path): ComposeLoad => ({ file: path, project: project.files, by: 'extends' })),
		];
	});
}

function extendedFrom(sources: readonly Source[], files: ComposeFiles): readonly string[] {
	const found = new Set<string>();
	const open = [...sources];
	for (let source = open.pop(); source && found.size < mostExtended; source = open.pop()) {
		for (const base of extendedSources(source, files)) {
			if (found.has(base.file)) { continue; }
			found.add(base.file);
			open.push(base);
		}
	}
	return [...found];
}
