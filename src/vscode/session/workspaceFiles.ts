import * as vscode from 'vscode';

/** Names of files that can hold image references, by what the cards of the core claim; the cards decide. One pattern, so that one search finds them. */
const pattern = `**/{${[
	'*Dockerfile*', '*dockerfile*', '*Containerfile*', '*containerfile*', '*.yaml', '*.yml', '*.hcl', '*bake*.json', '*devcontainer*.json', '*devcontainer*.jsonc', 'package.json', 'tasks.json', 'daemon.json',
	'*.sh', '*.bash', '*.zsh', '*.ksh', '*.dash', '*.ash', '*.bats', '*.command', '*.ps1', '*.envrc', '*.profile', '.bash*', '.zshrc',
	'*akefile*', '*.mk', '*.mak', '*.make', '*ustfile', '*.just', '*.container', '*.image', '*.build', '*.volume', '*.pod', '*.md', '*.markdown', '*.mdx',
].join(',')}}`;

/** Where nobody looks for their own files. */
const never = ['**/node_modules/**', '**/.git/**', '**/vendor/**', '**/.venv/**', '**/bower_components/**', '**/target/**', '**/dist/**'];

/** Most files that a background check reads. */
const limit = 20_000;

/** Candidates of the workspace, without those that `exclude` and the editor's own `files.exclude` skip. */
export async function findWorkspaceFiles(exclude: readonly string[], token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
	const hidden = Object.entries(vscode.workspace.getConfiguration('files', null).get<Record<string, boolean | object>>('exclude') ?? {});
	const skip = [...never, ...hidden.filter(([, on]) => on === true).map(([glob]) => glob), ...exclude];
	const [named, nameless] = await Promise.all([
		vscode.workspace.findFiles(pattern, `{${skip.join(',')}}`, limit, token),
		// A name without a dot may be a script: its first line tells.
		vscode.workspace.findFiles('**/*', `{**/*.*,${skip.join(',')}}`, limit, token),
	]);
	return [...new Map([...named, ...nameless].map(uri => [uri.toString(), uri])).values()];
}

/** True for a file that a setting or a folder's name excludes; asked for single files, e.g. those that a watcher reports. */
export function isExcluded(uri: vscode.Uri, exclude: readonly string[]): boolean {
	const filter = exclude.map(glob => ({ pattern: glob }));
	return /\/(node_modules|\.git|vendor|\.venv|bower_components)\//.test(uri.path)
		|| filter.length > 0 && vscode.languages.match(filter, { uri, languageId: '' } as vscode.TextDocument) > 0;
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
	const watchers = [pattern, '**/{.env,*.env}'].map(glob => vscode.workspace.createFileSystemWatcher(glob));
	for (const watcher of watchers) {
		watcher.onDidChange(note);
		watcher.onDidCreate(note);
		watcher.onDidDelete(note);
	}
	return vscode.Disposable.from(...watchers, { dispose: () => clearTimeout(timer) });
}
