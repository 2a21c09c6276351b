import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codeOf, codes, hoverText, openByHand, problemOn, problems, sampleFile, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

describe('A setting that changes holds at once', () => {
	let registry: FakeRegistry;
	const set = (name: string, value: unknown): Thenable<void> => vscode.workspace.getConfiguration('pullcheck').update(name, value, vscode.ConfigurationTarget.Global);
	const changed: string[] = [];
	const change = async (name: string, value: unknown): Promise<void> => {
		changed.push(name);
		await set(name, value);
	};
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await openByHand(sampleFile('Dockerfile'));
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	beforeEach(async () => {
		await problemOn('Dockerfile', '20-alpin');
		await until('The problems of a file that is not open', () => codes('compose.yaml').includes('tag-not-found'));
	});
	afterEach(async () => { for (const name of changed.splice(0)) { await set(name, undefined); } });
	after(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await registry.close();
	});

	it('severity', async () => {
		await change('severity', { 'tag-not-found': 'hint' });
		await until('A hint', () => problems('Dockerfile').find(problem => codeOf(problem) === 'tag-not-found')?.severity === vscode.DiagnosticSeverity.Hint);
		await change('severity', { 'tag-not-found': 'off' });
		await until('Nothing', () => !codes('Dockerfile').includes('tag-not-found') && !codes('compose.yaml').includes('tag-not-found'));
	});

	it('profile', async () => {
		const all = (): readonly string[] => ['Dockerfile', 'compose.yaml', 'build.sh'].flatMap(codes);
		await until('A note', () => codes('build.sh').includes('loopback-wildcard-domain'));
		await change('profile', 'quiet');
		await until('No notes', () => codes('compose.yaml').includes('tag-not-found') && codes('build.sh').join(' ') === 'buildah-oci-drops-instruction');
		await change('profile', 'strict');
		await until('Advice as well', () => all().includes('loopback-wildcard-domain') && codes('compose.yaml').includes('tag-mutable-latest') && codes('compose.yaml').includes('tag-not-found'));
	});

	it('exclude, also for a file that is open', async () => {
		await change('exclude', ['**/Dockerfile', '**/compose.yaml']);
		await until('Nothing in either', () => codes('Dockerfile').length === 0 && codes('compose.yaml').length === 0);
	});

	it('scope', async () => {
		await change('scope', 'openFiles');
		await until('Nothing in what is not open', () => codes('compose.yaml').length === 0);
		await problemOn('Dockerfile', '20-alpin');
	});

	it('targets', async () => {
		const before = codes('Dockerfile').join(' ');
		await change('targets', ['openshift-3.11']);
		await until('What the target cannot take', () => codes('Dockerfile').join(' ') !== before && codes('Dockerfile').includes('tag-not-found'));
	});

	it('hosts that are not allowed: nobody is accused, and nobody asked', async () => {
		await change('registry.denyHosts', [registry.host]);
		await until('Nothing that a registry said', () => !codes('Dockerfile').includes('tag-not-found'));
		const asked = registry.requests.length;
		assert.match(await hoverText('Dockerfile', 'demo/node', /not checked/), /the settings do not allow this host/);
		assert.equal(registry.requests.length, asked);
	});
});
