import { folderOf } from '../../util/filePath.ts';

/** The folder that is opened for a devcontainer.json: the one above `.devcontainer`, else its own. */
export function workspaceFolder(file: string): string {
	const folder = folderOf(file);
	const inside = /(?:^|\/)\.devcontainer(?:\/[^/]+)?$/.exec(folder);
	return inside ? folder.slice(0, inside.index) : folder;
}
