import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codes, hoverText, problems, removeFiles, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

const compose = 'env/compose.yaml';

describe('A tag held in .env', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global);
	});
	beforeEach(async () => {
		await write('env/.env', '# which node\nTAG=20-alpin\n');
		await write(compose, `services:\n  web:\n    image: ${registry.host}/demo/node:\${TAG}\n`);
		await show(compose);
		await vscode.commands.executeCommand('pullcheck.refresh');
		await until('The problem', () => codes(compose).includes('tag-not-found'));
	});
	afterEach(() => removeFiles('env'));
	after(async () => {
		await vscode.workspace.getConfiguration('files').update('autoSave', undefined, vscode.ConfigurationTarget.Global);
		await registry.close();
	});

	it('is edited there by the light bulb, and nothing else is', async () => {
		const [problem] = problems(compose);
		assert.ok(problem);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', sampleFile(compose), problem.range, vscode.CodeActionKind.QuickFix.value);
		const fix = actions.find(({ title }) => title === 'Change the tag to "20-alpine"');
		assert.ok(fix?.edit && await vscode.workspace.applyEdit(fix.edit));
		const env = await vscode.workspace.openTextDocument(sampleFile('env/.env'));
		assert.equal(env.getText(), '# which node\nTAG=20-alpine\n');
		await until('The end of the problem, with .env not saved yet', () => !codes(compose).includes('tag-not-found'));
		await env.save();
	});

	it('is edited there by the link of the hover', async () => {
		const link = /\(command:pullcheck\.applyFix\?([^)]*)\)/.exec(await hoverText(compose, 'demo/node'))?.[1];
		assert.ok(link);
		await vscode.commands.executeCommand('pullcheck.applyFix', ...JSON.parse(decodeURIComponent(link)) as unknown[]);
		const env = await vscode.workspace.openTextDocument(sampleFile('env/.env'));
		assert.equal(env.getText(), '# which node\nTAG=20-alpine\n');
		await env.save();
	});

	it('is read again when somebody types there', async () => {
		const editor = await show('env/.env');
		await editor.edit(edit => edit.insert(new vscode.Position(1, 'TAG=20-alpin'.length), 'e'));
		await until('The end of the problem', () => !codes(compose).includes('tag-not-found'));
		await vscode.commands.executeCommand('workbench.action.files.revert');
		await until('The problem again', () => codes(compose).includes('tag-not-found'));
	});
});

async function write(path: string, text: string): Promise<void> {
	await vscode.workspace.fs.writeFile(sampleFile(path), new TextEncoder().encode(text));
}
