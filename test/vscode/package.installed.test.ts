import assert from 'node:assert/strict';
import { realpathSync } from 'node:fs';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { problemOn, show, startSampleRegistry } from '../support/sampleWorkspace.ts';

describe('The extension as it is published, installed from its package', () => {
	let registry: FakeRegistry;
	before(async () => { registry = await startSampleRegistry(); });
	after(() => registry.close());

	it('is the installed one', () => {
		const extension = vscode.extensions.getExtension('pullcheck.pullcheck');
		assert.ok(extension, 'VS Code does not know pullcheck.pullcheck.');
		assert.match(realpathSync(extension.extensionPath), /[\\/]extensions[\\/]pullcheck\.pullcheck-/);
	});

	it('starts by itself, and says that a tag does not exist', async () => {
		await show('Dockerfile');
		const problem = await problemOn('Dockerfile', '20-alpin');
		assert.equal(problem.message, `Tag "20-alpin" does not exist in ${registry.host}/demo/node.`);
	});

	it('draws an image', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/node:22`);
		await driver.webview({ has: '[role=treegrid]' }).waitFor('[role=row] >> nth=1');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});
});
