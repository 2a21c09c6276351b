import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { sampleUsers } from '../support/sampleImages.ts';
import { popUps } from '../support/popUps.ts';
import { hoverText, problemOn, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

const login = Buffer.from(`alice:${sampleUsers.alice}`).toString('base64');

/**
 * A docker that answers as the real one: what it is told to pull is missing, `docker ps` works. Like a registry, it takes its time:
 * VS Code gives nobody the output that arrives together with the end of its command.
 */
const docker = (host: string): string => `#!/bin/sh
case "$1" in
build)
	name=${host}/demo/node:20-alpin
	printf '#3 [internal] load metadata for %s\\n#3 ERROR: %s: not found\\n------\\n > [internal] load metadata for %s:\\n------\\n' $name $name $name
	printf 'Dockerfile:4\\n--------------------\\n   2 |     ARG TAG=1.2\\n   3 |     \\n   4 | >>> FROM %s AS build\\n--------------------\\n' $name
	printf 'ERROR: failed to build: failed to solve: %s: not found\\n' $name
	exit 1;;
ps) echo 'CONTAINER ID   IMAGE     COMMAND'; exit 0;;
login)
	[ "$4" = right ] || exit 1
	printf '{"auths":{"%s":{"auth":"${login}"}}}' "$2" > "$DOCKER_CONFIG/config.json"
	exit 0;;
esac
printf '20-alpin: Pulling from demo/node\\n'
sleep 0.5
printf '\\033[31mError response from daemon: manifest for %s not found: manifest unknown: manifest unknown\\033[0m\\n' "$2" >&2
exit 1
`;

const entries = '.pane-body [role=treeitem]';

describe('Explain error in the terminal', () => {
	let registry: FakeRegistry;
	let folder: string;
	let terminal: vscode.Terminal;

	before(async function () {
		this.timeout(120_000);
		registry = await startSampleRegistry();
		folder = mkdtempSync(join(tmpdir(), 'pullcheck-tools-'));
		writeFileSync(join(folder, 'docker'), docker(registry.host));
		chmodSync(join(folder, 'docker'), 0o755);
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.workspace.getConfiguration().update('terminal.integrated.gpuAcceleration', 'off', vscode.ConfigurationTarget.Global);
		await vscode.commands.executeCommand('pullcheck.refresh');
		await show('Dockerfile');
		await problemOn('Dockerfile', '20-alpin');
		terminal = vscode.window.createTerminal({ name: 'tools', shellPath: '/bin/bash', env: { PATH: `${folder}:${process.env.PATH ?? ''}`, DOCKER_CONFIG: folder } });
		terminal.show();
		await until('Shell integration', () => terminal.shellIntegration);
	});
	after(async () => {
		terminal.dispose();
		await vscode.workspace.getConfiguration().update('terminal.integrated.gpuAcceleration', undefined, vscode.ConfigurationTarget.Global);
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await vscode.commands.executeCommand('workbench.action.closePanel');
		rmSync(folder, { recursive: true });
		await registry.close();
	});

	it('makes an entry of a command that failed, with its cause and place, and nothing pops up', async () => {
		await vscode.commands.executeCommand('notifications.clearAll');
		const tabs = (): number => vscode.window.tabGroups.all.flatMap(group => group.tabs).length;
		const open = tabs();
		await run('docker ps');
		await run(`docker pull ${registry.host}/demo/node:20-alpin`);
		// The view is there from the first entry on.
		await until('The entry', async () => {
			await vscode.commands.executeCommand('pullcheck.explained.focus').then(undefined, () => undefined);
			return (await driver.query(`${entries} >> text=docker pull`)).length > 0 || undefined;
		});
		const rows = (await driver.query(entries)).map(({ text, attributes }) => `${text} ${attributes['aria-label'] ?? ''}`);
		assert.ok(rows.some(row => row.includes('does not exist') && /Dockerfile, line \d/.test(row)), rows.join('\n'));
		assert.ok(!rows.some(row => row.includes('docker ps')), rows.join('\n'));
		assert.deepEqual(await popUps(), []);
		assert.equal(tabs(), open);
		await driver.screenshot('explain-terminal.png');
	}).timeout(120_000);

	it('makes the line that fails a link to its explanation', async () => {
		await vscode.commands.executeCommand('workbench.action.terminal.clear');
		await run(`docker pull ${registry.host}/demo/node:20-alpin`);
		terminal.show();
		const row = await until('The line', async () => (await driver.query('.xterm-rows > div')).find(({ text, box }) => box && text.startsWith('Error response from daemon')));
		const { x, y, height } = row.box!;
		// A link is known once the mouse has been there.
		await driver.hover({ x: x + 60, y: y + height / 2 });
		await until('The underline', async () => {
			await driver.hover({ x: x + 61, y: y + height / 2 });
			return (await driver.query('.xterm-rows span')).some(({ attributes }) => /underline/.test(attributes['style'] ?? '') || /xterm-underline/.test(attributes['class'] ?? '')) || undefined;
		});
		await driver.evaluate('window.scrollTo(0, 0)');
		await driver.click({ selector: '.xterm-rows > div >> text=Error response from daemon', x: 60, y: height / 2 }, { modifiers: ['Control'] });
		const page = driver.webview({ has: 'text=Dockerfile' });
		await page.waitFor('text=does not exist');
		await page.waitFor('button >> text=Dockerfile:');
		await driver.screenshot('explain-link.png');
	}).timeout(120_000);

	it('fills Problems from a task, at the line of the Dockerfile that BuildKit points at', async () => {
		const execution = new vscode.ShellExecution('docker build .', { env: { PATH: `${folder}:${process.env.PATH ?? ''}` } });
		const place = vscode.workspace.workspaceFolders![0]!;
		await vscode.tasks.executeTask(new vscode.Task({ type: 'shell' }, place, 'image', 'pullcheck tests', execution, ['$pullcheck-buildx-image']));
		const problem = await until('The problem', () => vscode.languages.getDiagnostics(sampleFile('Dockerfile')).find(({ source }) => source === 'buildx'));
		assert.equal(problem.message, `load metadata for ${registry.host}/demo/node:20-alpin`);
		assert.equal(problem.range.start.line, 3);
	}).timeout(120_000);

	it('asks anew when somebody has logged in there, also after a wrong password', async () => {
		const before = process.env.DOCKER_CONFIG;
		process.env.DOCKER_CONFIG = folder;
		const says = (pattern: RegExp): Promise<unknown> => until(String(pattern), async () => pattern.test(await hoverText('compose.yaml', 'demo/private')));
		try {
			await show('compose.yaml');
			await says(/is private or does not exist/);
			await run(`docker login ${registry.host} -p wrong`);
			assert.match(await hoverText('compose.yaml', 'demo/private'), /is private or does not exist/);
			await run(`docker login ${registry.host} -p right`);
			await says(/demo\/private:1\.0\*\* exists/);
		} finally {
			if (before === undefined) { delete process.env.DOCKER_CONFIG; } else { process.env.DOCKER_CONFIG = before; }
			await vscode.commands.executeCommand('pullcheck.refresh');
		}
		await says(/is private or does not exist/);
	}).timeout(120_000);

	/** Runs a command line and waits until the shell says that it has ended. */
	async function run(line: string): Promise<void> {
		const ended = new Promise<void>(resolve => {
			const listener = vscode.window.onDidEndTerminalShellExecution(({ execution }) => {
				if (execution.commandLine.value !== line) { return; }
				listener.dispose();
				resolve();
			});
		});
		terminal.sendText(line);
		await ended;
	}
});
