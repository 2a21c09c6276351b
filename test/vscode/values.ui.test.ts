import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codes, problems, removeFiles, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

const script = 'values/pull.sh';

describe('A name that a loop gives several values', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		const text = `for tag in 22-bookworm 17-alpine 16-alpine; do docker pull ${registry.host}/demo/node:$tag; done\n`;
		await vscode.workspace.fs.writeFile(sampleFile(script), new TextEncoder().encode(text));
		await show(script);
		await vscode.commands.executeCommand('pullcheck.refresh');
		await until('Both problems', () => codes(script).filter(code => code === 'tag-not-found').length === 2);
	});
	after(async () => {
		await removeFiles('values');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.commands.executeCommand('workbench.view.explorer');
		await registry.close();
	});

	it('stands in the view once for each, by its own answer', async () => {
		await vscode.commands.executeCommand('pullcheck.images.focus');
		const row = (tag: string): string => `.pane-body .monaco-list-row[aria-label^="${registry.host}/demo/node:${tag}, "]`;
		await driver.waitFor(`${row('17-alpine')} >> text=tag missing`);
		await driver.waitFor(`${row('16-alpine')} >> text=tag missing`);
		await driver.waitFor(`${row('22-bookworm')} >> text=2 platforms`);
	});

	it('has a hover that tells of each, the worst first', async () => {
		const [problem] = problems(script);
		assert.ok(problem);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', sampleFile(script), problem.range.start);
		const said = hovers.flatMap(({ contents }) => contents).map(content => (content instanceof vscode.MarkdownString ? content.value : ''));
		assert.deepEqual(said.map(text => /^\$\((\w+)\)/.exec(text)?.[1]), ['error', 'error', 'pass']);
	});

	it('is excused once for all', async () => {
		const [problem] = problems(script);
		assert.ok(problem);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', sampleFile(script), problem.range, vscode.CodeActionKind.QuickFix.value);
		assert.equal(actions.filter(({ title }) => title === 'Ignore tag-not-found on this line').length, 1);
	});
});
