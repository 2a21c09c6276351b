import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import { insist } from '../support/insist.ts';

describe('The extension in VS Code', () => {
	it('activates', async () => {
		const extension = vscode.extensions.getExtension('pullcheck.pullcheck');
		assert.ok(extension, 'VS Code does not know pullcheck.pullcheck.');
		await extension.activate();
		assert.equal(extension.isActive, true);
	});

	it('stands in a window that a test can look at and use', async () => {
		await insist(async patience => {
			await driver.press('F1');
			await driver.waitFor('.quick-input-widget', patience);
		});
		await driver.type('pullcheck');
		await driver.screenshot('smoke.png');
		await driver.press('Escape');
		await driver.waitFor('.quick-input-widget', { state: 'hidden' });
	});
});
