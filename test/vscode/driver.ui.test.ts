import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import { insist } from '../support/insist.ts';

describe('The driver', () => {
	afterEach(async () => {
		await driver.setViewport({ width: 1280, height: 800 });
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	});

	it('clicks, types and reads inside a webview', async () => {
		const panel = vscode.window.createWebviewPanel('driverTest', 'Driver test', vscode.ViewColumn.One, { enableScripts: true });
		const message = new Promise(resolve => { panel.webview.onDidReceiveMessage(resolve); });
		panel.webview.html = page;
		const webview = driver.webview({ has: '#send' });
		await webview.click('#name');
		await driver.type('quay');
		await webview.click('#send');
		assert.deepEqual(await message, { name: 'quay' });
		assert.equal(await webview.text('#said'), 'said quay');
		assert.equal(await webview.evaluate((suffix: string) => document.title + suffix, '!'), 'Inside!');
		const [button, ...others] = await webview.query('#send');
		assert.equal(others.length, 0);
		assert.equal(button?.tag, 'button');
		assert.equal(button.attributes.id, 'send');
		assert.ok(button.box && button.box.x > 48, 'its box is counted from the corner of the window');
		await webview.screenshot('driver-webview.png');
	});

	it('reads a hover under the mouse, and shows another size', async () => {
		const hovers = vscode.languages.registerHoverProvider('plaintext', { provideHover: () => new vscode.Hover('hover of a test') });
		try {
			await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'registry' }));
			await driver.setViewport({ width: 700, height: 500 });
			await driver.waitFor('.view-line >> text=registry');
			assert.equal(await driver.evaluate(() => innerWidth), 700);
			await insist(async patience => {
				await driver.hover('.view-line span >> text=registry');
				await driver.waitFor('.monaco-hover:visible >> text=hover of a test', patience);
			});
			assert.match(await driver.text('.monaco-hover:visible >> text=hover of a test'), /hover of a test/);
			await driver.screenshotOf('driver-hover.png', { x: 0, y: 0, width: 700, height: 250 });
		} finally {
			hovers.dispose();
		}
	});

	it('says what it did not find', async () => {
		await assert.rejects(driver.waitFor('.no-such-thing', { timeout: 100 }), /waitFor: .*no-such-thing/s);
	});
});

const page = `<!DOCTYPE html><html><head><title>Inside</title></head><body>
<input id="name"><button id="send">Send</button><p id="said"></p>
<script>
	const host = acquireVsCodeApi();
	document.getElementById('send').addEventListener('click', () => {
		const name = document.getElementById('name').value;
		document.getElementById('said').textContent = 'said ' + name;
		host.postMessage({ name });
	});
</script></body></html>`;
