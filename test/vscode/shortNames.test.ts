import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codes, hoverText, openByHand, removeFiles, sampleFile, startSampleRegistry } from '../support/sampleWorkspace.ts';

/** podman and buildah complete a name without registry by the lists of the machine: what is shown is the image that was checked. */
describe('A short name in a Containerfile', () => {
	let registry: FakeRegistry;
	let folder: string;
	let editor: vscode.TextEditor;
	const variable = 'CONTAINERS_REGISTRIES_CONF';
	const earlier = process.env[variable];
	// The extension runs in this process, and reads the lists when its registry client is made anew: a setting of that one changes.
	const renew = (seconds: number | undefined): Thenable<void> => vscode.workspace.getConfiguration('pullcheck').update('registry.tagMaxAge', seconds, vscode.ConfigurationTarget.Global);

	before(async () => {
		registry = await startSampleRegistry();
		folder = await mkdtemp(join(tmpdir(), 'pullcheck-short-'));
		await writeFile(join(folder, 'registries.conf'), `unqualified-search-registries = ["${registry.host}"]\n[aliases]\n"tools" = "${registry.host}/demo/attested"\n`);
		process.env[variable] = join(folder, 'registries.conf');
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await renew(301);
		await vscode.workspace.fs.writeFile(sampleFile('short/Containerfile'), Buffer.from('FROM demo/node:22\nFROM tools:2.0\nFROM demo/node:20-alpin\nFROM demo/nowhere:1\n'));
		editor = await openByHand(sampleFile('short/Containerfile'));
	});
	after(async () => {
		if (earlier === undefined) { delete process.env[variable]; } else { process.env[variable] = earlier; }
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await removeFiles('short');
		await renew(undefined);
		await rm(folder, { recursive: true });
		await registry.close();
	});

	it('is shown as the image that a search list leads to', async () => {
		assert.ok((await hoverText('short/Containerfile', 'demo/node:22', /exists/)).includes(`**${registry.host}/demo/node:22** exists`));
	});

	it('is shown as what its alias says', async () => {
		assert.ok((await hoverText('short/Containerfile', 'tools:2.0', /exists/)).includes(`**${registry.host}/demo/attested:2.0** exists`));
	});

	it('accuses nobody where no place of the list has it, and asks nobody else', async () => {
		assert.match(await hoverText('short/Containerfile', 'demo/nowhere', /not checked/), /demo\/nowhere:1\*\* not checked: no registry of registries\.conf is known to have it/);
		assert.match(await hoverText('short/Containerfile', 'demo/node:20-alpin', /not checked/), /no registry of registries\.conf/);
		assert.deepEqual(codes('short/Containerfile').filter(code => /not-found|missing/.test(code)), []);
	});

	it('is pinned to the digest of that image', async () => {
		const hover = await hoverText('short/Containerfile', 'demo/node:22', /exists/);
		const [, digest = 'no digest'] = /Digest `(sha256:[0-9a-f]{12})/.exec(hover) ?? [];
		editor.selection = new vscode.Selection(0, 8, 0, 8);
		await vscode.commands.executeCommand('pullcheck.pin');
		assert.ok(editor.document.lineAt(0).text.startsWith(`FROM demo/node:22@${digest}`), editor.document.lineAt(0).text);
	});
});
