import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codes, hoverText, problemOn, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

describe('What a person switches', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await show('Dockerfile');
		await vscode.commands.executeCommand('pullcheck.refresh');
		await problemOn('Dockerfile', '20-alpin');
	});
	afterEach(async () => {
		await vscode.workspace.getConfiguration('pullcheck').update('offline', undefined, vscode.ConfigurationTarget.Global);
		await vscode.workspace.getConfiguration('pullcheck').update('enable', undefined, vscode.ConfigurationTarget.Global);
	});
	after(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await registry.close();
	});

	it('offline asks nobody and accuses nothing; online brings the answers back', async () => {
		await vscode.commands.executeCommand('pullcheck.toggleOffline');
		await until('The end of what the registry said', () => !codes('Dockerfile').includes('tag-not-found'));
		const asked = registry.requests.length;
		// The last answer stays, with its age.
		assert.match(await hoverText('Dockerfile', 'demo/attested'), /exists[^]*asked localhost:\d+/);
		await vscode.commands.executeCommand('pullcheck.refresh');
		await vscode.commands.executeCommand('pullcheck.checkWorkspace');
		assert.equal(registry.requests.length, asked);
		await vscode.commands.executeCommand('pullcheck.toggleOffline');
		await problemOn('Dockerfile', '20-alpin');
	});

	it('refresh asks again, though the answer is known', async () => {
		await problemOn('Dockerfile', '20-alpin');
		const asked = registry.requests.length;
		await vscode.commands.executeCommand('pullcheck.refresh');
		await until('A question after Refresh', () => registry.requests.length > asked);
		await problemOn('Dockerfile', '20-alpin');
	});

	it('off shows nothing at all; on shows it again', async () => {
		const settings = vscode.workspace.getConfiguration('pullcheck');
		await settings.update('enable', false, vscode.ConfigurationTarget.Global);
		await until('No problem anywhere', () => vscode.languages.getDiagnostics().every(([, list]) => list.every(({ source }) => source !== 'pullcheck')));
		await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
		await problemOn('Dockerfile', '20-alpin');
	});
});
