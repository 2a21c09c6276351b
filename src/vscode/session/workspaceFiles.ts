import * as vscode from 'vscode';
import { neverWalked } from '../../core/util/neverWalked.ts';
import { fileOf } from '../fileId.ts';
import { createBreather } from './breather.ts';
import { ignorePattern, readIgnored } from './ignoredFiles.ts';

/** Names of files that can hold image references, by what the cards of the core claim; the cards decide. One pattern, so that one search finds them. */
const pattern = `**/{${[
	'*Dockerfile*', '*dockerfile*', '*Containerfile*', '*containerfile*', '*.yaml', '*.yml', '*.hcl', '*devcontainer*.jsonc',
	'*.sh', '*.bash', '*.zsh', '*.ksh', '*.dash', '*.ash', '*.bats', '*.command', '*.ps1', '*.cmd', '*.bat', '*.envrc', '*.profile', '.bash*', '.zshrc',
	'*akefile*', '*.mk', '*.mak', '*.make', '*ustfile', '*.just', '*.container', '*.image', '*.build', '*.volume', '*.pod', '*.md', '*.markdown', '*.mdx',
].join(',')}}`;

/** Kubernetes manifests may be JSON; these never are one. */
const json = '**/*.json';
const otherJson = ['package-lock', 'npm-shrinkwrap', 'composer.lock', 'tsconfig*', 'jsconfig*', '.eslintrc', '*.schema'].map(name => `**/${name}.json`);

/** Where nobody looks for their own files; other folders are left out by `.gitignore`, as on the command line. */
const never = [...neverWalked].map(folder => `**/${folder}/**`);

/** Most files that a background check reads. */
const limit = 20_000;

/** Candidates of the workspace, and what tells of a file whether it is left out. */
export interface WorkspaceFiles {
	readonly files: readonly string[];
	isIgnored(uri: vscode.Uri): boolean;
}

/** Candidates of the workspace, without those that `exclude`, the ignore files and the editor's own `files.exclude` leave out. */
export async function findWorkspaceFiles(exclude: readonly string[], token?: vscode.CancellationToken): Promise<WorkspaceFiles> {
	const hidden = Object.entries(vscode.workspace.getConfiguration('files', null).get<Record<string, boolean | object>>('exclude') ?? {});
	const skip = [...never, ...hidden.filter(([, on]) => on === true).map(([glob]) => glob), ...exclude];
	const find = (glob: string, ...more: readonly string[]) => vscode.workspace.findFiles(glob, `{${[...more, ...skip].join(',')}}`, limit, token);
	// A name without a dot may be a script: its first line tells.
	const [rules, ...found] = await Promise.all([find(ignorePattern), find(pattern), find('**/*', '**/*.*'), find(json, ...otherJson)]);
	const isIgnored = await readIgnored(rules, exclude);
	const files = new Set<string>();
	const breathe = createBreather();
	for (const uri of found.flat()) {
		if (!isIgnored(uri)) { files.add(fileOf(uri)); }
		await breathe();
	}
	return { files: [...files], isIgnored };
}

/** True for a file that a setting or a folder's name excludes; asked for single files, e.g. those that a watcher reports. */
export function isExcluded(uri: vscode.Uri, exclude: readonly string[]): boolean {
	const filter = exclude.map(glob => ({ pattern: glob }));
	return vscode.workspace.asRelativePath(uri, false).split('/').some(part => neverWalked.has(part))
		|| filter.length > 0 && vscode.languages.match(filter, { uri, languageId: '' } as vscode.TextDocument) > 0;
}

/** True for a file that leaves others out. */
export function isIgnoreFile({ path }: vscode.Uri): boolean {
	return /\/\.(?:git|pullcheck)ignore$/.test(path);
}

/** Reports files that were made, changed or deleted outside the editor, in batches. */
export function watchWorkspaceFiles(report: (uris: readonly vscode.Uri[]) => void): vscode.Disposable {
	const pending = new Map<string, vscode.Uri>();
	let timer: NodeJS.Timeout | undefined;
	const note = (uri: vscode.Uri): void => {
		pending.set(uri.toString(), uri);
		timer ??= setTimeout(() => {
			timer = undefined;
			const uris = [...pending.values()];
			pending.clear();
			report(uris);
		}, 300);
	};
	const watchers = [pattern, json, ignorePattern, '**/{.env,*.env}'].map(glob => vscode.workspace.createFileSystemWatcher(glob));
	for (const watcher of watchers) {
		watcher.onDidChange(note);
		watcher.onDidCreate(note);
		watcher.onDidDelete(note);
	}
	return vscode.Disposable.from(...watchers, { dispose: () => clearTimeout(timer) });
}
