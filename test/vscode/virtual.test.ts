import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codeOf, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

/** Files that are on no disk, as in a virtual workspace: what an open document and the files beside it tell is known all the same. */
describe('Files that are on no disk', () => {
	const texts = new Map<string, string>();
	const uri = (name: string): vscode.Uri => vscode.Uri.from({ scheme: 'memfs', authority: 'some+where', path: `/my repo/${name}` });
	const codes = (name: string): readonly string[] => vscode.languages.getDiagnostics(uri(name)).filter(({ source }) => source === 'pullcheck').map(codeOf);
	let registry: FakeRegistry;
	let provider: vscode.Disposable;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		provider = vscode.workspace.registerFileSystemProvider('memfs', memoryFiles(texts), { isCaseSensitive: true });
		texts.set('/my repo/Dockerfile', `ARG TAG\nFROM ${registry.host}/demo/node:\${TAG}\n`);
		texts.set('/my repo/.env', 'VERSION=20-alpin\n');
		texts.set('/my repo/compose.yaml', `services:\n  a:\n    image: ${registry.host}/demo/node:\${VERSION}\n  b:\n    build:\n      context: .\n      args:\n        TAG: "22"\n`);
	});
	after(async () => {
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		provider.dispose();
		await registry.close();
	});

	it('are checked when they are open, with what stands beside them', async () => {
		const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri('compose.yaml')));
		const problem = await until('The problem', () => vscode.languages.getDiagnostics(editor.document.uri).find(one => codeOf(one) === 'tag-not-found'));
		assert.equal(editor.document.getText(problem.range), '${VERSION}');
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, problem.range, vscode.CodeActionKind.QuickFix.value);
		const fix = actions.find(({ title }) => title === 'Change the tag to "20-alpine"');
		assert.ok(fix?.edit && await vscode.workspace.applyEdit(fix.edit));
		await until('The end of the problem', () => codes('compose.yaml').length === 0);
		assert.equal((await vscode.workspace.openTextDocument(uri('.env'))).getText(), 'VERSION=20-alpine\n');
	});

	it('give their build arguments to the Dockerfile that they build', async () => {
		const document = await vscode.workspace.openTextDocument(uri('Dockerfile'));
		const hover = await until('The hover', async () => {
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(1, 8));
			return hovers.flatMap(({ contents }) => contents).map(content => (content instanceof vscode.MarkdownString ? content.value : '')).find(text => text.includes('exists'));
		});
		assert.match(hover, /demo\/node:22\*\* exists \(`TAG=22` from \[compose\.yaml\]/);
		assert.deepEqual(codes('Dockerfile'), []);
	});
});

function memoryFiles(texts: Map<string, string>): vscode.FileSystemProvider {
	const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	const find = (uri: vscode.Uri): string => {
		const text = texts.get(uri.path);
		if (text === undefined) { throw vscode.FileSystemError.FileNotFound(uri); }
		return text;
	};
	const refuse = (): never => { throw vscode.FileSystemError.NoPermissions(); };
	return {
		onDidChangeFile: changed.event,
		watch: () => new vscode.Disposable(() => undefined),
		stat: uri => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: find(uri).length }),
		readFile: uri => new TextEncoder().encode(find(uri)),
		writeFile: (uri, content) => { texts.set(uri.path, new TextDecoder().decode(content)); },
		readDirectory: () => [...texts.keys()].map(name => [name.slice(name.lastIndexOf('/') + 1), vscode.FileType.File]),
		createDirectory: refuse, delete: refuse, rename: refuse,
	};
}
