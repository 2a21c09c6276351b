import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codes, hoverText, problemOn, problems, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

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
		await until('The end of the accusations', () => codes('Dockerfile').length === 0);
		for (const file of files) {
			assert.deepEqual(problems(file).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).map(problem => problem.message).filter(message => !message.includes('lower case')), [], file);
			assert.deepEqual(codes(file).filter(code => !offline.has(code) && !code.startsWith('registry-')), [], file);
		}
		const text = await hoverText('Dockerfile', 'demo/attested');
		assert.match(text, /not checked: host not reachable/);
		assert.doesNotMatch(text, /does not exist|not found|tags, not this one/);

		registry = await startSampleRegistry();
		await vscode.commands.executeCommand('pullcheck.refresh');
		await problemOn('Dockerfile', '20-alpin');
		assert.equal(sampleFile('Dockerfile').scheme, 'file');
	});
});
