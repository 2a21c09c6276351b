import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { pickInWindow } from '../support/pickInWindow.ts';
import { problemOn, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

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

	it('say how much would be read, list the files of a layer, and go back', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/app:1.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.click('[role=row] >> text=COPY layer1 /');
		await tree.waitFor(`.note >> text=from ${registry.host}.`);
		assert.match(await tree.text('.note'), /^Reads \d+ B from /);
		await tree.click('text=List files…');
		await tree.waitFor('[role=row] >> text=run');
		await tree.waitFor('[role=row] >> text=deletes from layer 1');
		await driver.press('Alt+ArrowLeft');
		await tree.waitFor('[role=row] >> text=History and layers');
	});

	it('know the layer that a file is deleted from when the layers below were listed', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/app:1.2`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		for (const [step, file] of [['npm ci', 'node_modules'], ['package.json package-lock', 'package-lock.json'], ['WORKDIR', 'app'], ['docker-entrypoint.sh /usr', 'docker-entrypoint.sh'],
			['yarnpkg', 'yarn'], ['sha256sum', 'usr/local'], ['groupadd', 'passwd'], ['debian.sh', 'libcrypto']] as const) {
			await tree.click(`[role=row] >> text=${step}`);
			await driver.press('Enter');
			await tree.waitFor(`.files [role=row] >> text=${file}`);
			if (step === 'sha256sum') { await driver.screenshot('inspect-files-many.png'); }
			await driver.press('Alt+ArrowLeft');
			await tree.waitFor('[role=row] >> text=History and layers');
		}
		await tree.click('[role=row] >> text=COPY . .');
		await driver.press('Enter');
		await tree.waitFor('.files [role=row] >> text=hides folder of layer 1');
		await driver.screenshot('inspect-files.png');
	}).timeout(60_000);

	it('keep to the largest download that the setting allows', async () => {
		const settings = vscode.workspace.getConfiguration('pullcheck');
		await settings.update('inspect.maxLayerDownload', 0.1, vscode.ConfigurationTarget.Global);
		try {
			await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/app:1.2`);
			const tree = driver.webview({ has: '[role=treegrid]' });
			await tree.click('[role=row] >> text=npm ci');
			await tree.click('text=List files…');
			await tree.waitFor('.failure >> text=the setting pullcheck.inspect.maxLayerDownload allows');
		} finally {
			await settings.update('inspect.maxLayerDownload', undefined, vscode.ConfigurationTarget.Global);
		}
	});

	it('mark the layers of the base image', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/multi:1.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.waitFor('[role=row] >> text=npm ci');
		await until('The marks of all five', async () => (await tree.query('.pill')).filter(({ text }) => text === 'base').length === 5);
	});

	it('say what provenance and SBOM say, and show their bytes', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/attested:2.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.click('[role=row] >> text=Attestations');
		await driver.press('ArrowRight');
		await tree.waitFor('[role=row] >> text=108 packages');
		await tree.click('[role=row] >> text=3 materials');
		await tree.waitFor('.details >> text=https://github.com/example/app/actions/runs/8812345678');
		await driver.screenshot('inspect-provenance.png');
		await tree.click('.details >> text=Raw JSON');
		await driver.waitFor('.view-line >> text=predicateType');
		const before = (await until('The document', () => shownDocument('predicateType'))).getText();
		assert.equal((JSON.parse(before) as { predicateType: string }).predicateType, 'https://slsa.dev/provenance/v1');
		await vscode.commands.executeCommand('pullcheck.formatJson');
		await until('The formatted text', () => vscode.window.activeTextEditor?.document.getText().includes('\n  "predicateType": '));
		await vscode.commands.executeCommand('pullcheck.formatJson');
		await until('The exact bytes', () => vscode.window.activeTextEditor?.document.getText() === before);
	});

	it('copy digests and commands', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/multi:1.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.click('text=Commands');
		await driver.screenshot('inspect-commands.png');
		await tree.click('[role=menuitem] >> text=podman');
		await until('The command', async () => await vscode.env.clipboard.readText() === `podman pull ${registry.host}/demo/multi:1.0`);
		await tree.click('[role=row] >> text=linux/arm64/v8');
		await driver.press('Control+c');
		await until('The digest', async () => /^sha256:[0-9a-f]{64}$/.test(await vscode.env.clipboard.readText()));
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
		const document = await until('The document', () => shownDocument('schemaVersion'));
		assert.equal(document.uri.scheme, 'pullcheck');
		assert.equal((JSON.parse(document.getText()) as { schemaVersion: number }).schemaVersion, 2);
	});

	it('compare two images', async () => {
		void vscode.commands.executeCommand('pullcheck.compare', `${registry.host}/demo/app:1.1`);
		await pickInWindow('Compare', `${registry.host}/demo/app:1.2`);
		const page = driver.webview({ has: '[role=treegrid]' });
		await page.waitFor('[role=row] >> text=Layers');
		await page.waitFor('text=app:1.2');
		await page.waitFor('text=8 layers shared');
		await driver.screenshot('compare.png');
	});

	it('compare two platforms of one image', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/multi:1.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.click('[role=row] >> text=linux/arm64/v8', { button: 'right' });
		await tree.click('[role=menuitem] >> text=Compare…');
		await pickInWindow('Compare', `${registry.host}/demo/multi:1.0`);
		const page = driver.webview({ has: '.chooser' });
		await page.waitFor('.chooser >> text=linux/arm64/v8');
		await driver.screenshot('compare-platforms.png');
	});

	it('explain an error and name the place', async () => {
		await show('Dockerfile');
		await problemOn('Dockerfile', '20-alpin');
		await vscode.commands.executeCommand('pullcheck.explain', `ERROR: failed to solve: ${registry.host}/demo/node:20-alpin: not found`);
		await driver.webview({ has: 'text=Dockerfile' }).waitFor('text=20-alpin');
		await driver.screenshot('explain.png');
	});
});

/** The window shows an editor a moment before the extension host hears of it. */
function shownDocument(text: string): vscode.TextDocument | undefined {
	const document = vscode.window.activeTextEditor?.document;
	return document?.getText().includes(text) ? document : undefined;
}
