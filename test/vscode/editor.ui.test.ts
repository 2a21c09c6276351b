import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import { insist } from '../support/insist.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codes, problemOn, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

const themes = [['dark', 'Default Dark Modern'], ['light', 'Default Light Modern'], ['high-contrast', 'Default High Contrast']] as const;

/** For the README with PULLCHECK_README=1 (`npm run test:vscode`), else among the other screenshots of the run. */
async function picture(name: string): Promise<void> {
	const project = vscode.extensions.getExtension('pullcheck.pullcheck')?.extensionPath ?? '';
	await driver.screenshot(process.env.PULLCHECK_README ? join(project, 'media/screenshots', name) : name);
}

describe('The editor, used as a person does', () => {
	let registry: FakeRegistry;

	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('pullcheck.refresh');
		await vscode.commands.executeCommand('workbench.action.closeAuxiliaryBar');
		await vscode.commands.executeCommand('notifications.clearAll');
	});
	after(async () => {
		await vscode.workspace.getConfiguration('workbench').update('colorTheme', undefined, vscode.ConfigurationTarget.Global);
		await registry.close();
	});

	for (const [name, theme] of themes) {
		describe(`in ${theme}`, () => {
			before(async () => {
				await vscode.workspace.getConfiguration('workbench').update('colorTheme', theme, vscode.ConfigurationTarget.Global);
				await vscode.commands.executeCommand('workbench.action.closeAllEditors');
				const editor = await show('Dockerfile');
				// On an empty line the cursor marks no words.
				editor.selection = new vscode.Selection(2, 0, 2, 0);
				await problemOn('Dockerfile', '20-alpin');
				await driver.waitFor('.squiggly-error');
			});

			it('underlines the wrong tag and lists it in Problems', async () => {
				await vscode.commands.executeCommand('workbench.actions.view.problems');
				await driver.waitFor('.markers-panel .monaco-list-row >> text=20-alpin');
				await picture(`problems-${name}.png`);
				await vscode.commands.executeCommand('workbench.action.closePanel');
			});

			it('shows in the hover what the registry said', async () => {
				await insist(async patience => {
					await driver.press('Escape');
					await driver.hover('.squiggly-error');
					await driver.waitFor('.monaco-hover >> text=Nearest', patience);
				});
				await picture(`hover-${name}.png`);
				const text = (await driver.query('.monaco-hover')).filter(({ visible }) => visible).map(hover => hover.text).join('\n');
				assert.ok(text.includes(`Tag "20-alpin" does not exist in ${registry.host}/demo/node.`), text);
				assert.ok(text.includes(`${registry.host}/demo/node has 9 tags, not this one`), text);
				assert.match(text, /Nearest: 20-alpine/);
			});

			it('shows in the hover what an image is', async () => {
				await insist(async patience => {
					await driver.press('Escape');
					await driver.hover('.view-line >> text=attested:2.0');
					await driver.waitFor('.monaco-hover >> text=OCI index', patience);
					await driver.waitFor('.monaco-hover >> text=linux/amd64', patience);
				});
				await picture(`hover-exists-${name}.png`);
				await driver.press('Escape');
			});

			it('offers the right tag under the light bulb', async () => {
				await insist(async patience => {
					await driver.press('Escape');
					await driver.click('.view-line >> text=20-alpin');
					await driver.press('Control+.');
					await driver.waitFor('.action-widget >> text=20-alpine', patience);
				});
				await picture(`light-bulb-${name}.png`);
				await driver.press('Escape');
			});

			it('lists the images in their view', async () => {
				await vscode.commands.executeCommand('pullcheck.images.focus');
				await driver.waitFor('.pane-body .monaco-list-row >> text=node:20-alpin');
				await driver.waitFor('.pane-body .monaco-list-row >> text=4 platforms');
				await picture(`view-${name}.png`);
				await vscode.commands.executeCommand('workbench.view.explorer');
			});

			it('opens the tree of an image down to its layers', async () => {
				await vscode.commands.executeCommand('workbench.action.closeSidebar');
				await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/attested:2.0`);
				const tree = driver.webview({ has: '[role=treegrid]' });
				await tree.waitFor('[role=row] >> text=linux/amd64');
				await tree.waitFor('[role=row] >> text=npm ci');
				await picture(`inspect-${name}.png`);
				await vscode.commands.executeCommand('workbench.view.explorer');
			});
		});
	}

	// Last: it changes the file that the others look at.
	describe('by the light bulb', () => {
		let original: Uint8Array;
		before(async () => { original = await vscode.workspace.fs.readFile(sampleFile('Dockerfile')); });
		// The editor saves by itself in a browser.
		after(async () => {
			await vscode.commands.executeCommand('workbench.action.files.save');
			await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			await vscode.workspace.fs.writeFile(sampleFile('Dockerfile'), original);
		});

		it('puts the right tag in, and the problem vanishes', async () => {
			await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			const editor = await show('Dockerfile');
			await problemOn('Dockerfile', '20-alpin');
			const fixed = (): boolean => editor.document.getText().includes(`${registry.host}/demo/node:20-alpine AS build`);
			await insist(async patience => {
				if (fixed()) { return; }
				await driver.press('Escape');
				await driver.click('.view-line >> text=20-alpin');
				await driver.press('Control+.');
				await driver.waitFor('.action-widget >> text=Change the tag to "20-alpine"', patience);
				await driver.press('Enter');
				await until('The edit', fixed, patience.timeout);
			});
			await until('The end of the problem', () => !codes('Dockerfile').includes('tag-not-found'));
			assert.equal(editor.document.uri.toString(), sampleFile('Dockerfile').toString());
		});
	});
});
