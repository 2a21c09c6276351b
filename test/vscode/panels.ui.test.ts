import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { problemOn, show, startSampleRegistry } from '../support/sampleWorkspace.ts';

describe('The panels', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('pullcheck.refresh');
		await vscode.commands.executeCommand('workbench.action.closeSidebar');
	});
	afterEach(async () => { await vscode.commands.executeCommand('workbench.action.closeAllEditors'); });
	after(async () => {
		await vscode.commands.executeCommand('workbench.view.explorer');
		await registry.close();
	});

	it('read every platform of an index, sizes included', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/multi:1.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.waitFor('[role=row] >> text=linux/arm64/v8');
		await tree.waitFor('[role=row] >> text=windows/amd64');
		await driver.screenshot('inspect-index.png');
	});

	it('list the files of a layer', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/app:1.2`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.click('[role=row] >> text=COPY layer1 /');
		await tree.click('text=List files…');
		await driver.screenshot('inspect-files.png');
		await tree.waitFor('[role=row] >> text=run');
		await driver.screenshot('inspect-files.png');
	});

	it('say why an image cannot be shown', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/node:none`);
		await driver.webview({ has: 'text=does not exist' }).waitFor(`text=Tag "none" does not exist in ${registry.host}/demo/node.`);
	});

	it('open the exact bytes of a manifest', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/attested:2.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.waitFor('[role=row] >> text=linux/amd64');
		await tree.click('text=Raw JSON');
		await driver.waitFor('.view-line >> text=schemaVersion');
		const document = vscode.window.activeTextEditor?.document;
		assert.equal(document?.uri.scheme, 'pullcheck');
		assert.equal((JSON.parse(document.getText()) as { schemaVersion: number }).schemaVersion, 2);
	});

	it('compare two images', async () => {
		void vscode.commands.executeCommand('pullcheck.compare', `${registry.host}/demo/app:1.1`);
		await driver.waitFor('.quick-input-widget >> text=Compare');
		await driver.type(`${registry.host}/demo/app:1.2`);
		await driver.waitFor('.quick-input-list .monaco-list-row >> text=demo/app:1.2');
		await driver.press('Enter');
		await driver.webview({ has: '[role=treegrid]' }).waitFor('text=Layers');
		await driver.screenshot('compare.png');
	});

	it('explain an error and name the place', async () => {
		await show('Dockerfile');
		await problemOn('Dockerfile', '20-alpin');
		await vscode.commands.executeCommand('pullcheck.explain', `ERROR: failed to solve: ${registry.host}/demo/node:20-alpin: not found`);
		await driver.webview({ has: 'text=Dockerfile' }).waitFor('text=20-alpin');
		await driver.screenshot('explain.png');
	});
});
