import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codes, hoverText, problemOn, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

const files = ['Dockerfile', 'compose.yaml', 'k8s/deployment.yaml', '.devcontainer/devcontainer.json'];

/** Needs no registry to be seen. */
const offline = new Set(['ref-uppercase-repository']);

describe('A registry that cannot be reached', () => {
	let registry: FakeRegistry | undefined;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await show('Dockerfile');
		await vscode.commands.executeCommand('pullcheck.refresh');
		await problemOn('Dockerfile', '20-alpin');
	});
	after(() => registry?.close());

	it('accuses nothing, says so in the hover, and is asked again when it is back', async () => {
		await registry?.close();
		registry = undefined;
		await vscode.commands.executeCommand('pullcheck.refresh');
		// Only what the text alone shows, and that the registry was not reached, may stay.
		const accusations = () => files.flatMap(file => codes(file).filter(code => !offline.has(code) && !code.startsWith('registry-')));
		await until(`The end of the accusations ${accusations().join(' ')}`, () => accusations().length === 0);
		const text = await hoverText('Dockerfile', 'demo/attested');
		assert.match(text, /not checked: host not reachable/);
		assert.doesNotMatch(text, /does not exist|not found|tags, not this one/);

		registry = await startSampleRegistry();
		await vscode.commands.executeCommand('pullcheck.refresh');
		await problemOn('Dockerfile', '20-alpin');
		assert.equal(sampleFile('Dockerfile').scheme, 'file');
	});

	it('is asked again by itself when it is back', async function () {
		this.timeout(180_000);
		await registry?.close();
		registry = undefined;
		await vscode.commands.executeCommand('pullcheck.refresh');
		await until('The end of the accusation', () => !codes('Dockerfile').includes('tag-not-found'));
		assert.match(await hoverText('Dockerfile', 'demo/attested'), /not checked: host not reachable/);
		registry = await startSampleRegistry();
		await until('The problem without anybody asking', () => codes('Dockerfile').includes('tag-not-found'), 150_000);
	});
});
