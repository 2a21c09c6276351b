import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codeOf, codes, problemOn, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

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
	});

	const expected: Readonly<Record<string, readonly string[]>> = {
		'compose.yaml': ['tag-not-found', 'repository-missing-or-private', 'repository-not-found'],
		'build.sh': ['buildah-oci-drops-instruction'],
		'k8s/deployment.yaml': ['ref-uppercase-repository'],
		'quay/config.yaml': ['quay-config-missing-in-toto'],
	};
	for (const [file, wanted] of Object.entries(expected)) {
		it(`are found in ${file}, which nobody opened`, async () => {
			await until(`${wanted.join(', ')} in ${file}, not ${codes(file).join(', ')}`, () => wanted.every(code => codes(file).includes(code)));
		});
	}

	it('follow a file that changes outside the editor', async () => {
		const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
		assert.ok(folder);
		const file = vscode.Uri.joinPath(folder, 'Dockerfile.other');
		await vscode.workspace.fs.writeFile(file, Buffer.from(`FROM ${registry.host}/demo/node:23\n`));
		await until('The problem of a new file', () => codes('Dockerfile.other').includes('tag-not-found'));
		await vscode.workspace.fs.writeFile(file, Buffer.from(`FROM ${registry.host}/demo/node:22\n`));
		await until('The end of the problem', () => codes('Dockerfile.other').length === 0);
		await vscode.workspace.fs.delete(file);
	});
});
