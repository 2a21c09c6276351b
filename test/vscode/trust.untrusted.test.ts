import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { hoverText, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

describe('A workspace that is not trusted', () => {
	let registry: FakeRegistry;
	before(async () => { registry = await startSampleRegistry(); });
	after(() => registry.close());

	it('is read, but nobody is asked', async () => {
		assert.equal(vscode.workspace.isTrusted, false);
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await show('Dockerfile');
		const text = await hoverText('Dockerfile', 'demo/node');
		assert.match(text, /not checked: workspace not trusted/);
		assert.match(text, /\[\$\(workspace-trusted\) Manage trust\]\(command:workbench\.trust\.manage\)/);
		await vscode.commands.executeCommand('pullcheck.refresh');
		await vscode.commands.executeCommand('pullcheck.checkWorkspace');
		const build = await show('build.sh');
		await until('What the text alone shows', () => vscode.languages.getDiagnostics(build.document.uri).some(({ source }) => source === 'pullcheck'));
		await driver.waitFor('.statusbar-item [aria-label*="the workspace is not trusted"], .statusbar-item[aria-label*="the workspace is not trusted"]');
		assert.deepEqual(registry.requests, []);
	});
});
