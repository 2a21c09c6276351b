import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { popUps } from '../support/popUps.ts';
import { codes, hoverText, openByHand, problemOn, removeFiles, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

/** What may vanish at any moment: no pop-up, a calm status, and all is well again by itself. */
describe('Nothing pops up', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await show('Dockerfile');
		await vscode.commands.executeCommand('pullcheck.refresh');
		await problemOn('Dockerfile', '20-alpin');
	});
	beforeEach(async () => { await vscode.commands.executeCommand('notifications.clearAll'); });
	after(async () => {
		await removeFiles('calm');
		await registry.close();
	});

	it('when the folder of the cache cannot be written, and it is used again as soon as it can', async () => {
		const cache = join(process.env.PULLCHECK_TEST_PROFILE ?? '', 'User/globalStorage/pullcheck.pullcheck/registry');
		await until('The cache', () => existsSync(cache));
		// A file where the folder should be stops even an administrator.
		await rm(cache, { recursive: true, maxRetries: 5 });
		await writeFile(cache, '');
		try {
			await vscode.commands.executeCommand('pullcheck.refresh');
			await problemOn('Dockerfile', '20-alpin');
			assert.match(await hoverText('Dockerfile', 'demo/attested', /OCI index/), /exists/);
		} finally {
			await rm(cache);
		}
		await mkdir(dirname(cache), { recursive: true });
		await vscode.commands.executeCommand('pullcheck.refresh');
		await problemOn('Dockerfile', '20-alpin');
		await until('The cache again', () => existsSync(join(cache, 'content')));
		assert.deepEqual(await popUps(), []);
	});

	it('when the container engine of the settings is not there', async () => {
		const settings = vscode.workspace.getConfiguration('pullcheck');
		await settings.update('engine', 'podman', vscode.ConfigurationTarget.Global);
		try {
			// The change begins anew, and what is asked then asks the engine too.
			await vscode.commands.executeCommand('pullcheck.checkWorkspace');
			await problemOn('Dockerfile', '20-alpin');
			await until('The problem of a file in the background', () => codes('compose.yaml').includes('tag-not-found'));
		} finally {
			await settings.update('engine', undefined, vscode.ConfigurationTarget.Global);
		}
		await problemOn('Dockerfile', '20-alpin');
		assert.deepEqual(await popUps(), []);
	});

	it('when the registry goes away and comes back: the status says it', async () => {
		const settings = vscode.workspace.getConfiguration('pullcheck');
		const status = (label: string) => driver.waitFor(`.statusbar-item [aria-label*="${label}"], .statusbar-item[aria-label*="${label}"]`);
		const { host, port } = registry;
		let stopped = false;
		await vscode.workspace.fs.writeFile(sampleFile('calm/Containerfile'), Buffer.from(`FROM ${host}/demo/node:22\n`));
		await settings.update('exclude', ['**/build.sh', '**/Dockerfile', '**/compose.yaml', '**/k8s/**', '**/.devcontainer/**'], vscode.ConfigurationTarget.Global);
		try {
			await openByHand(sampleFile('calm/Containerfile'));
			await status('1 image checked, it can be pulled.');
			await registry.close();
			stopped = true;
			await vscode.commands.executeCommand('pullcheck.refresh');
			await status(`${host} not reachable; 1 image not checked.`);
			assert.deepEqual(codes('calm/Containerfile').filter(code => !code.startsWith('registry-')), []);
			// What a person opens meanwhile says it where they look.
			await vscode.commands.executeCommand('pullcheck.inspect', `${host}/demo/nothing:1`);
			await driver.webview({ has: 'text=Retry' }).waitFor(`text=${host}`);
			await driver.screenshot('inspect-unreachable.png');
			void vscode.commands.executeCommand('pullcheck.search', { type: 'group', id: `registry:${host}` });
			await driver.waitFor(`.quick-input-list .monaco-list-row >> text=${host} is not reachable.`);
			await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
			assert.deepEqual(await popUps(), []);
			registry = await startSampleRegistry();
			stopped = false;
			assert.equal(registry.port, port);
			await vscode.commands.executeCommand('pullcheck.refresh');
			await status('1 image checked, it can be pulled.');
			assert.deepEqual(await popUps(), []);
		} finally {
			if (stopped) { registry = await startSampleRegistry(); }
			await settings.update('exclude', undefined, vscode.ConfigurationTarget.Global);
		}
	});

	it('unless an extension says something: then it is seen here', async () => {
		void vscode.window.showWarningMessage('Unable to read file of a test');
		try {
			await until('The message', async () => (await popUps()).some(text => text.includes('Unable to read file of a test')));
		} finally {
			await vscode.commands.executeCommand('notifications.clearAll');
		}
	});
});
