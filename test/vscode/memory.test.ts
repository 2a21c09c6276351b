import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { openByHand, removeFiles, sampleFile, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

/** How much is opened and closed in a round; PULLCHECK_MEMORY=10 for ten times as much. */
const scale = Number(process.env.PULLCHECK_MEMORY || 1);
const files = 20 * scale;
const panels = 5 * scale;

describe('What is closed is forgotten', function () {
	this.timeout(600_000);
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		for (let index = 0; index < files; index++) {
			await vscode.workspace.fs.writeFile(sampleFile(`memory/${index}/Dockerfile`), Buffer.from(`FROM ${registry.host}/demo/node:22\n${'RUN echo hello\n'.repeat(500)}`));
		}
	});
	after(async () => {
		await removeFiles('memory');
		await rm(sampleFile('memory').fsPath, { recursive: true, force: true });
		await registry.close();
	});

	it(`${files} files and ${panels} panels leave nothing behind that grows with each round`, async () => {
		const heap: number[] = [];
		for (let round = 0; round < 4; round++) {
			for (let index = 0; index < files; index++) { await openByHand(sampleFile(`memory/${index}/Dockerfile`)); }
			await vscode.commands.executeCommand('workbench.action.closeAllEditors');
			for (let index = 0; index < panels; index++) {
				await vscode.commands.executeCommand('pullcheck.inspect', `${registry.host}/demo/${['app:1.2', 'multi:1.0', 'attested:2.0', 'node:22', 'oci:1.0'][index % 5]}`);
				if (index % 5 === 4) { await vscode.commands.executeCommand('workbench.action.closeAllEditors'); }
			}
			await until('Nothing open', () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
			await until('The documents closed', () => !vscode.workspace.textDocuments.some(({ uri }) => uri.path.includes('/memory/')), 240_000);
			heap.push(used());
		}
		console.log(`      megabytes of heap after each round: ${heap.map(bytes => (bytes / 1e6).toFixed(1)).join(', ')}`);
		const grown = heap[3]! - heap[1]!;
		assert.ok(grown < 8e6, `${(grown / 1e6).toFixed(1)} MB more after two rounds more`);
	});
});

/** The heap of this extension host after all garbage is gone, bytes. */
function used(): number {
	setFlagsFromString('--expose_gc');
	const collect = runInNewContext('gc') as () => void;
	for (let round = 0; round < 3; round++) { collect(); }
	return process.memoryUsage().heapUsed;
}
