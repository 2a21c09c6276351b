import { baseName, folderOf, joinPath } from '../../util/filePath.ts';
import type { ComposeFiles } from './composeFiles.ts';
import type { Scope } from './scope.ts';

const bases = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
const overrides = ['compose.override.yml', 'compose.override.yaml', 'docker-compose.override.yml', 'docker-compose.override.yaml'];

/**
 * The files that `docker compose` loads together when it is started in the folder of a file without `-f`, if the file is one of them, in the
 * order in which they are merged: those of `COMPOSE_FILE`, or the first default name with its override. Otherwise the file alone.
 */
export function defaultProject(file: string, scope: Scope, files: ComposeFiles): readonly string[] {
	const folder = folderOf(file);
	const beside = (name: string): string => joinPath(folder, name);
	const listed = scope('COMPOSE_FILE');
	if (listed?.source) {
		const paths = listed.value.split(scope('COMPOSE_PATH_SEPARATOR')?.value ?? ':').filter(path => path !== '').map(beside);
		return paths.includes(file) ? paths : [file];
	}
	const isThere = (name: string): boolean => files.text(beside(name)) !== undefined;
	const name = baseName(file);
	const rank = bases.indexOf(name);
	if (rank !== -1) {
		if (bases.slice(0, rank).some(isThere)) { return [file]; }
		const override = overrides.find(isThere);
		return override === undefined ? [file] : [file, beside(override)];
	}
	const overrideRank = overrides.indexOf(name);
	const base = overrideRank === -1 || overrides.slice(0, overrideRank).some(isThere) ? undefined : bases.find(isThere);
	return base === undefined ? [file] : [beside(base), file];
}
