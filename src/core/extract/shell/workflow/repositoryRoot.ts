import { folderOf } from '../../../util/filePath.ts';

/** The folder that a workflow runs in: the one above `.github`; for an action elsewhere its own. */
export function repositoryRoot(file: string): string {
	const inner = /(?:^|\/)\.(?:github|gitea|forgejo)\//.exec(file);
	return inner ? file.slice(0, inner.index) : folderOf(file);
}
