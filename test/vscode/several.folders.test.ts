import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codeOf, openByHand, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

describe('A workspace of several folders', () => {
	let registry: FakeRegistry;
	const [first, second] = [0, 1].map(index => (name: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![index]!.uri, name)) as [(name: string) => vscode.Uri, (name: string) => vscode.Uri];
	const codes = (file: vscode.Uri): readonly string[] => vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'pullcheck').map(codeOf);
	const write = (file: vscode.Uri, text: string): Thenable<void> => vscode.workspace.fs.writeFile(file, Buffer.from(text));

	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await write(second('Dockerfile'), `ARG TAG\nFROM ${registry.host}/demo/node:\${TAG}\n`);
		await write(second('.env'), 'VERSION=20-alpin\n');
		await write(second('compose.yaml'), `services:\n  a:\n    build:\n      context: .\n      args: { TAG: "\${VERSION}" }\n`);
		await write(second('left/Dockerfile'), `FROM ${registry.host}/demo/node:20-alpin\n`);
		await write(first('left/Dockerfile'), `FROM ${registry.host}/demo/node:20-alpin\n`);
		await write(second('.gitignore'), 'left/\n');
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	after(async () => { await registry.close(); });

	it('is checked in each, every file with what stands beside it', async () => {
		await until('The problem of the first folder', () => codes(first('Dockerfile')).includes('tag-not-found'));
		await until('The problem of the second folder', () => codes(second('Dockerfile')).includes('tag-not-found'));
		const [problem] = vscode.languages.getDiagnostics(second('Dockerfile')).filter(one => codeOf(one) === 'tag-not-found');
		assert.match(problem?.message ?? '', /20-alpin/);
	});

	it('leaves out in each what its own ignore file says', async () => {
		await until('The problem where nothing is ignored', () => codes(first('left/Dockerfile')).includes('tag-not-found'));
		await until('Nothing where it is', () => codes(second('left/Dockerfile')).length === 0);
	});

	it('says in the view which folder a file is of', async () => {
		await openByHand(second('Dockerfile'));
		await vscode.commands.executeCommand('pullcheck.images.focus');
		await groupBy('File');
		await driver.waitFor('.pane-body .monaco-list-row >> text=second/Dockerfile');
		await driver.waitFor('.pane-body .monaco-list-row >> text=workspace/Dockerfile');
		await groupBy('Verdict');
	});

	it('forgets a folder that is taken out, and finds it again when it comes back', async () => {
		const { uri } = vscode.workspace.workspaceFolders![1]!;
		const file = vscode.Uri.joinPath(uri, 'Dockerfile');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		assert.ok(vscode.workspace.updateWorkspaceFolders(1, 1));
		await until('The end of its problems', () => codes(file).length === 0);
		await until('The other folder as before', () => codes(first('Dockerfile')).includes('tag-not-found'));
		assert.ok(vscode.workspace.updateWorkspaceFolders(1, 0, { uri }));
		await until('Its problems again', () => codes(file).includes('tag-not-found'));
	});
});

async function groupBy(label: string): Promise<void> {
	void vscode.commands.executeCommand('pullcheck.groupBy');
	await driver.click(`.quick-input-list .monaco-list-row >> text=${label}`);
	await driver.waitFor('.quick-input-widget', { state: 'hidden' });
}
