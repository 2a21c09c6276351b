import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { openByHand, problemOn, removeFiles, restoreSample, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

describe('Explain error', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	afterEach(async () => {
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		// The editor may have saved the fix by itself by then.
		restoreSample();
	});
	after(async () => { await registry.close(); });

	it('names the cause of the selected text and its place, and its fix changes the file', async () => {
		await show('Dockerfile');
		await problemOn('Dockerfile', '20-alpin');
		const output = await vscode.workspace.openTextDocument({ content: `building\nERROR: failed to solve: ${registry.host}/demo/node:20-alpin: not found\n` });
		const editor = await vscode.window.showTextDocument(output);
		editor.selection = new vscode.Selection(1, 0, 2, 0);
		await vscode.commands.executeCommand('pullcheck.explain');
		const page = driver.webview({ has: 'text=Dockerfile' });
		await page.waitFor('text=does not exist');
		await page.waitFor('button >> text=Dockerfile:');
		await driver.screenshot('explain-fix.png');
		await page.click('text=Change the tag to');
		const dockerfile = await vscode.workspace.openTextDocument(sampleFile('Dockerfile'));
		const changed = await until('The fix', () => (/demo\/node:20-alpin\b/.test(dockerfile.getText()) ? undefined : dockerfile.getText()));
		assert.match(changed, /demo\/node:20-alpine\b/);
		await vscode.window.showTextDocument(dockerfile);
	});

	it('reads a log from the explorer, and the one that is open', async () => {
		const log = sampleFile('push.log');
		await vscode.workspace.fs.writeFile(log, Buffer.from(`#9 pushing layers\nERROR: failed to solve: ${registry.host}/demo/node:20-alpin: not found\n`));
		await vscode.env.clipboard.writeText('toomanyrequests: slow down');
		try {
			await vscode.commands.executeCommand('pullcheck.explain', log);
			await driver.webview({ has: '.cause' }).waitFor('text=does not exist');
			await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			await openByHand(log);
			await vscode.commands.executeCommand('pullcheck.explain');
			await driver.webview({ has: '.cause' }).waitFor('text=does not exist');
		} finally {
			await removeFiles('push.log');
		}
	});

	it('offers itself above the first telling line of a log', async () => {
		const log = sampleFile('build.log');
		await vscode.workspace.fs.writeFile(log, new TextEncoder().encode('Step 1/2\nsecond\nError response from daemon: missing signature key\ntoomanyrequests: slow down\n'));
		try {
			const lenses = await until('A lens', async () => {
				const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', (await vscode.workspace.openTextDocument(log)).uri, 10);
				return found.some(({ command }) => command?.command === 'pullcheck.explain') ? found : undefined;
			});
			const lens = lenses.find(({ command }) => command?.command === 'pullcheck.explain');
			assert.equal(lens?.command?.title, 'Explain (2 causes)');
			assert.equal(lens.range.start.line, 2);
		} finally {
			await removeFiles('build.log');
		}
	});
});
