import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codeOf, codes, problemOn, problems, sampleFile, show, startSampleRegistry, } from '../support/sampleWorkspace.ts';

describe('Problems of the sample workspace', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	after(() => registry.close());

	it('say that a tag does not exist, on exactly the tag', async () => {
		await show('Dockerfile');
		const problem = await problemOn('Dockerfile', '20-alpin');
		assert.equal(problem.message, `Tag "20-alpin" does not exist in ${registry.host}/demo/node.`);
		assert.equal(codeOf(problem), 'tag-not-found');
		assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
		for (const file of ['Dockerfile', 'compose.yaml', 'build.sh', 'k8s/deployment.yaml', 'quay/config.yaml', '.devcontainer/devcontainer.json']) {
			console.log(file, problems(file).map(p => `${p.range.start.line + 1}:${p.range.start.character + 1} ${codeOf(p)} ${p.message}`));
		}
	});
});
