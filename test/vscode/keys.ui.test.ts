import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import { insist } from '../support/insist.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { problemOn, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

const focused = '.pane-body .monaco-list-row.focused';

/** Whoever uses no mouse reaches everything, too. */
describe('By keys only', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.commands.executeCommand('pullcheck.refresh');
		await problemOn('Dockerfile', '20-alpin');
	});
	after(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.commands.executeCommand('workbench.view.explorer');
		await registry.close();
	});

	/** Moves down the view to the row of a text. */
	async function goTo(text: string): Promise<void> {
		await vscode.commands.executeCommand('pullcheck.images.focus');
		await driver.waitFor(`.pane-body .monaco-list-row >> text=${text}`);
		await insist(async () => {
			await vscode.commands.executeCommand('list.focusFirst');
			for (let row = 0; row < 30; row++) {
				if ((await driver.query(focused)).some(one => one.text.includes(text))) { return; }
				await driver.press('ArrowDown');
			}
			throw new Error(`No row "${text}" has the focus.`);
		});
	}

	it('the view leads to the place in the file', async () => {
		await goTo('node:20-alpin');
		await insist(async patience => {
			await driver.press('ArrowRight');
			await driver.waitFor('.pane-body .monaco-list-row >> text=line 4', patience);
		});
		await goTo('line 4');
		await driver.press('Enter');
		const editor = await until('The file', () => vscode.window.activeTextEditor);
		await until('The place', () => editor.document.getText(editor.selection) === `${registry.host}/demo/node:20-alpin` || editor.selection.active.line === 3);
	});

	it('a row of the view has its menu, and the menu opens the image', async () => {
		await goTo('attested:2.0');
		await insist(async patience => {
			await goTo('attested:2.0');
			await driver.press('Shift+F10');
			await driver.waitFor('.monaco-menu >> text=Inspect image manifest', patience);
		});
		await driver.screenshot('view-menu.png');
		await driver.waitFor('.monaco-menu >> text=Browse tags');
		await insist(async patience => {
			for (let row = 0; row < 15 && !(await driver.query('.monaco-menu .action-item.focused')).some(({ text }) => text.includes('Inspect')); row++) { await driver.press('ArrowDown'); }
			await driver.press('Enter');
			await driver.webview({ has: '[role=treegrid]' }).waitFor('[role=row] >> text=linux/amd64', { timeout: patience.timeout * 4 });
		});
		assert.ok(vscode.window.tabGroups.activeTabGroup.activeTab?.label.includes('attested:2.0'));
	});

	it('the place of the reference under the cursor is inspected by its key', async () => {
		await goTo('multi:1.0');
		await driver.press('ArrowRight');
		await goTo('service');
		await driver.press('Enter');
		await until('The place', () => {
			const editor = vscode.window.activeTextEditor;
			return editor?.document.uri.path.endsWith('compose.yaml') && editor.document.lineAt(editor.selection.active).text.includes('multi:1.0');
		});
		await insist(async patience => {
			// The view can be drawn anew at this moment, and takes the keys then.
			await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
			await driver.press('Control+K', 'Alt+I');
			await driver.webview({ has: '[role=treegrid]' }).waitFor('[role=row] >> text=linux/amd64', { timeout: patience.timeout });
		});
	});
});
