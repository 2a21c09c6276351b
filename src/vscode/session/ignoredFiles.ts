import * as vscode from 'vscode';
import { folderOf } from '../../core/util/filePath.ts';
import type { IgnoreRules } from '../../core/util/ignoreRules.ts';
import { loadEngine } from '../lazy/load.ts';
import { fileOf } from '../fileId.ts';
import { readText } from './readText.ts';

/** The files whose lines leave others out, wherever they are in a folder of the workspace. */
export const ignorePattern = '**/{.gitignore,.pullcheckignore}';

/**
 * Tells of files of the workspace whether `.gitignore`, `.pullcheckignore` or the patterns of a setting leave them out, as the command line
 * does. `found` are the ignore files. Files outside the workspace are never left out.
 */
export async function readIgnored(found: readonly vscode.Uri[], exclude: readonly string[]): Promise<(uri: vscode.Uri) => boolean> {
	const { createIgnored, ignoreRules } = await loadEngine();
	const texts = new Map<string, Map<string, string[]>>();
	for (const uri of [...found].sort((a, b) => (a.path < b.path ? -1 : 1))) {
		const place = placeOf(uri);
		const text = place && await readText(fileOf(uri));
		if (!place || text === undefined) { continue; }
		const folders = texts.get(place.top) ?? new Map<string, string[]>();
		texts.set(place.top, folders);
		const folder = folderOf(place.relative);
		folders.set(folder, [...folders.get(folder) ?? [], text]);
	}
	const excluded = ignoreRules(exclude);
	const tops = new Map<string, (relative: string) => boolean>();
	return uri => {
		const place = placeOf(uri);
		if (!place) { return false; }
		let ignored = tops.get(place.top);
		if (!ignored) {
			ignored = createIgnored(new Map([...texts.get(place.top) ?? []].map(([folder, of]): [string, IgnoreRules] => [folder, ignoreRules(of)])));
			tops.set(place.top, ignored);
		}
		return ignored(place.relative) || excluded.ignores(place.relative, false);
	};
}

/** The workspace folder that holds a file, and the path from there. */
function placeOf(uri: vscode.Uri): { readonly top: string; readonly relative: string } | undefined {
	const folder = vscode.workspace.getWorkspaceFolder(uri);
	const relative = folder && uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
	return folder && relative ? { top: folder.uri.toString(), relative } : undefined;
}
