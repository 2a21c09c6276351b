import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import { createStore } from '../support/fakeRegistry/store.ts';
import { insist } from '../support/insist.ts';
import { pushStore } from '../support/pushStore.ts';
import { startRealRegistry, type RealRegistry } from '../support/realRegistry.ts';
import { fillSampleImages } from '../support/sampleImages.ts';
import { codes, namedRegistry, problemOn, problems, renameRegistry, sampleFile, show, until } from '../support/sampleWorkspace.ts';

describe('The sample workspace with the registry that Docker publishes', function () {
	this.timeout(180_000);
	let registry: RealRegistry;
	let sample: string;
	let original: Uint8Array;

	before(async () => {
		registry = await startRealRegistry();
		const store = createStore();
		fillSampleImages({ ...store, makePrivate: () => undefined }, registry.host);
		await pushStore(store, registry, ['demo/node', 'demo/app', 'demo/attested', 'demo/multi', 'demo/oci']);
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		sample = namedRegistry();
		renameRegistry(sample, registry.host);
		original = await vscode.workspace.fs.readFile(sampleFile('Dockerfile'));
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	after(async () => {
		await vscode.commands.executeCommand('workbench.action.files.save');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.workspace.fs.writeFile(sampleFile('Dockerfile'), original);
		renameRegistry(registry.host, sample);
		await registry.stop();
	});

	it('underlines the tag that does not exist', async () => {
		await show('Dockerfile');
		// Until the editor has read the file anew, the problem of the registry before may still be there.
		const message = `Tag "20-alpin" does not exist in ${registry.host}/demo/node.`;
		await until(message, () => problems('Dockerfile').some(problem => problem.message === message));
		await driver.waitFor('.squiggly-error');
	});

	it('says in the hover what an image is', async () => {
		await insist(async patience => {
			await driver.press('Escape');
			await driver.hover('.view-line >> text=attested:2.0');
			await driver.waitFor('.monaco-hover >> text=OCI index', patience);
			await driver.waitFor('.monaco-hover >> text=linux/amd64', patience);
		});
		await driver.press('Escape');
	});

	it('draws the tree of a manifest list down to its layers', async () => {
		await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/attested:2.0`);
		const tree = driver.webview({ has: '[role=treegrid]' });
		await tree.waitFor('[role=row] >> text=linux/amd64');
		await tree.waitFor('[role=row] >> text=npm ci');
		await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
	});

	it('has the right tag under the light bulb, and the problem vanishes with it', async () => {
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
			await until('The right tag', fixed, patience.timeout);
		});
		await until('The end of the problem', () => !codes('Dockerfile').includes('tag-not-found'));
	});
});
