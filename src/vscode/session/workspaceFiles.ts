import * as vscode from 'vscode';
import { folderOf } from '../../core/util/filePath.ts';
import { neverWalked } from '../../core/util/neverWalked.ts';
import { fileOf, uriOf } from '../fileId.ts';
import { createBreather } from './breather.ts';
import { ignorePattern, readIgnored } from './ignoredFiles.ts';

/** Names of files that can hold image references, by what the cards of the core claim; the cards decide. One pattern, so that one search finds them. */
const pattern = `**/{${[
	'*Dockerfile*', '*dockerfile*', '*Containerfile*', '*containerfile*', '*.yaml', '*.yml', '*.hcl', '*devcontainer*.jsonc',
	'*.sh', '*.bash', '*.zsh', '*.ksh', '*.dash', '*.ash', '*.fish', '*enkinsfile*', '*.bats', '*.command', '*.ps1', '*.cmd', '*.bat', '*.envrc', '*.profile', '.bash*', '.zshrc',
	'*akefile*', '*.mk', '*.mak', '*.make', '*ustfile', '*.just', '*.container', '*.image', '*.build', '*.volume', '*.pod', '*.artifact', '*.conf', '*.md', '*.markdown', '*.mdx',
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

/** The candidates below a folder of the workspace. */
export async function findFilesBelow(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
	const top = vscode.workspace.getWorkspaceFolder(folder);
	if (!top) { return []; }
	// The folder may be gone again: the search starts where it certainly can. `?` stands for what a pattern would read otherwise.
	const below = folder.path.slice(top.uri.path.length).replace(/^\/+/, '').replace(/[[\]{}*?!,\\]/g, '?');
	const found = await Promise.all([pattern, json].map(glob =>
		vscode.workspace.findFiles(new vscode.RelativePattern(top, `${below}/${glob}`), `{${never.join(',')}}`, limit)));
	return found.flat();
}

/**
 * Reports files that were made, changed or deleted outside the editor, in batches. Of a folder that is deleted, made or renamed the editor may
 * tell nothing but its own name: `known` are the files that then may be gone with it, `appeared` gets what may be such a folder.
 */
export function watchWorkspaceFiles(
	report: (uris: readonly vscode.Uri[]) => void,
	appeared: (uris: readonly vscode.Uri[]) => void,
	known: () => Iterable<string>,
): vscode.Disposable {
	const deleted = new Set<string>();
	const made = new Map<string, vscode.Uri>();
	const pending = new Map<string, vscode.Uri>();
	let timer: NodeJS.Timeout | undefined;
	const note = (uri: vscode.Uri): void => {
		pending.set(uri.toString(), uri);
		start();
	};
	const start = (): void => {
		timer ??= setTimeout(() => {
			timer = undefined;
			const uris = [...pending.values(), ...within(deleted, known()).map(uriOf)];
			const others = [...made].flatMap(([name, uri]) => pending.has(name) ? [] : [uri]);
			pending.clear();
			deleted.clear();
			made.clear();
			if (uris.length > 0) { report(uris); }
			if (others.length > 0) { appeared(others); }
		}, 300);
	};
	const watchers = [pattern, json, ignorePattern, '**/{.env,*.env}'].map(glob => vscode.workspace.createFileSystemWatcher(glob));
	for (const watcher of watchers) {
		watcher.onDidChange(note);
		watcher.onDidCreate(note);
		watcher.onDidDelete(note);
	}
	const folders = vscode.workspace.createFileSystemWatcher('**', false, true);
	folders.onDidCreate(uri => {
		made.set(uri.toString(), uri);
		start();
	});
	folders.onDidDelete(uri => {
		deleted.add(fileOf(uri));
		start();
	});
	return vscode.Disposable.from(...watchers, folders, { dispose: () => clearTimeout(timer) });
}

/** The files below any of these folders. */
function within(folders: ReadonlySet<string>, files: Iterable<string>): readonly string[] {
	return folders.size === 0 ? [] : [...files].filter(file => {
		for (let folder = folderOf(file); folder.length > 1; folder = folderOf(folder)) {
			if (folders.has(folder)) { return true; }
		}
		return false;
	});
}
