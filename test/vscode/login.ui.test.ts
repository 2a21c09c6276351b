import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { answerInWindow } from '../support/pickInWindow.ts';
import { sampleUsers } from '../support/sampleImages.ts';
import { hoverText, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

describe('A login', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await show('compose.yaml');
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	after(async () => {
		await vscode.commands.executeCommand('pullcheck.logout', registry.host);
		vscode.window.terminals.forEach(terminal => terminal.dispose());
		await vscode.commands.executeCommand('workbench.action.closePanel');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await registry.close();
	});

	it('kept in VS Code opens a private repository, stands in no log, and is gone after the logout', async () => {
		const says = (pattern: RegExp) => until(String(pattern), async () => pattern.test(await hoverText('compose.yaml', 'demo/private')));
		await says(/is private or does not exist/);
		const done = vscode.commands.executeCommand('pullcheck.login');
		await driver.click(`.quick-input-widget:visible .monaco-list-row >> text=${registry.host}`);
		await driver.click('.quick-input-widget:visible .monaco-list-row >> text=In VS Code only');
		await answerInWindow('User name at', 'alice');
		await answerInWindow('Password or token', sampleUsers.alice);
		await done;
		await says(/demo\/private:1\.0\*\* exists/);

		await vscode.commands.executeCommand('pullcheck.showOutput');
		const log = await until('The log', () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'output' && /pullcheck/i.test(uri.path)));
		const secret = Buffer.from(`alice:${sampleUsers.alice}`).toString('base64');
		assert.ok(!log.getText().includes(sampleUsers.alice) && !log.getText().includes(secret));

		await vscode.commands.executeCommand('pullcheck.logout', registry.host);
		await says(/is private or does not exist/);
	});
});
