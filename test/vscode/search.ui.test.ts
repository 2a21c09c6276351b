import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { driver } from '../support/driver.ts';
import { insist } from '../support/insist.ts';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { openByHand, removeFiles, sampleFile, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

const rows = '.quick-input-list .monaco-list-row';

/** Names that are not known yet are asked for at a registry only when a person says so. */
describe('A search for images', () => {
	let registry: FakeRegistry;
	let folder: string;
	const made: string[] = [];
	const variable = 'CONTAINERS_REGISTRIES_CONF';
	const earlier = process.env[variable];
	// The client of this process reads the lists when it is made anew: a setting of it changes.
	const renew = (seconds: number | undefined): Thenable<void> => vscode.workspace.getConfiguration('pullcheck').update('registry.tagMaxAge', seconds, vscode.ConfigurationTarget.Global);
	const searches = (): number => registry.requests.filter(({ url }) => url.includes('_catalog')).length;

	before(async () => {
		registry = await startSampleRegistry();
		for (const name of ['hub/library/nginx', 'hub/nginxinc/nginx-unprivileged', 'hub/library/ruby']) { registry.repository(name); }
		folder = await mkdtemp(join(tmpdir(), 'pullcheck-hub-'));
		// Docker Hub is asked where registries.conf says that it is: here.
		await writeFile(join(folder, 'registries.conf'), `[[registry]]\nprefix = "docker.io"\nlocation = "${registry.host}/hub"\ninsecure = true\n`);
		process.env[variable] = join(folder, 'registries.conf');
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await renew(302);
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	afterEach(async () => {
		await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
		await removeFiles(...made.splice(0));
	});
	after(async () => {
		if (earlier === undefined) { delete process.env[variable]; } else { process.env[variable] = earlier; }
		await renew(undefined);
		await rm(folder, { recursive: true });
		await registry.close();
	});

	/** The last row of the completion at the end of a text, and the document. */
	async function offered(text: string): Promise<{ readonly document: vscode.TextDocument; readonly row?: vscode.CompletionItem }> {
		const name = `search-${made.length}-${Date.now()}.Dockerfile`;
		made.push(name);
		await vscode.workspace.fs.writeFile(sampleFile(name), Buffer.from(text));
		const { document } = await openByHand(sampleFile(name));
		const list = await until('The completion', async () => {
			const found = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(text.length));
			return found.items.some(({ kind }) => kind === vscode.CompletionItemKind.Module || kind === vscode.CompletionItemKind.Reference) ? found : undefined;
		});
		const row = list.items.find(({ command }) => command?.command === 'pullcheck.search');
		return { document, ...row && { row } };
	}

	it('is offered below the names that are known, asks when it is chosen, and writes what is picked', async () => {
		const asked = searches();
		const { document, row } = await offered('FROM ngin');
		const end = document.positionAt(document.getText().length);
		vscode.window.activeTextEditor!.selection = new vscode.Selection(end, end);
		const offers = '.suggest-widget .monaco-list-row';
		await insist(async patience => {
			await vscode.commands.executeCommand('editor.action.triggerSuggest');
			await driver.waitFor(`${offers} >> text=Search Docker Hub`, patience);
		});
		const labels = (await driver.query(offers)).map(({ text }) => text);
		assert.match(labels.at(-1) ?? '', /^Search Docker Hub for "ngin"…/, labels.join(' | '));
		assert.match(labels[0] ?? '', /^nginx/);
		await driver.screenshot('search-completion.png');
		await driver.press('Escape');
		assert.equal(row?.label, 'Search Docker Hub for "ngin"…');
		assert.equal(searches(), asked, 'offering alone asks nobody');
		void vscode.commands.executeCommand('pullcheck.search', ...row.command?.arguments ?? []);
		await driver.waitFor(`${rows} >> text=nginxinc/nginx-unprivileged`);
		await driver.screenshot('search.png');
		await driver.click(`${rows} >> text=nginxinc/nginx-unprivileged`);
		await until('The name', () => document.getText() === 'FROM nginxinc/nginx-unprivileged');
		await document.save();
	});

	it('of a registry that is typed goes there, and only there', async () => {
		const { row } = await offered(`FROM ${registry.host}/at`);
		assert.equal(row?.label, `Search ${registry.host} for "at"…`);
		void vscode.commands.executeCommand('pullcheck.search', ...row.command?.arguments ?? []);
		await driver.waitFor(`${rows} >> text=${registry.host}/demo/attested`);
		assert.ok(!(await driver.query(rows)).some(({ text }) => text.includes('nginx')));
	});

	it('leads from a name to its tags, and from a tag into the image', async () => {
		void vscode.commands.executeCommand('pullcheck.search');
		await driver.waitFor('.quick-input-widget:visible .quick-input-title >> text=Search images');
		await insist(async patience => {
			await driver.press('Control+A');
			await driver.type(`${registry.host}/node`);
			await driver.waitFor(`${rows} >> text=${registry.host}/demo/node`, patience);
		});
		await driver.click(`${rows} >> text=${registry.host}/demo/node`);
		await driver.waitFor('.quick-input-widget:visible .quick-input-title >> text=9 tags');
		await driver.screenshot('browse-tags.png');
		await driver.click(`${rows} >> text=22-alpine`);
		await driver.webview({ has: '[role=treegrid]' }).waitFor('[role=row] >> text=linux/amd64');
	});

	it('says so where a registry cannot be searched, and asks nobody when nobody may be asked', async () => {
		registry.fault({ path: /_catalog/ }, { type: 'answer', status: 404 });
		try {
			await vscode.commands.executeCommand('pullcheck.refresh');
			void vscode.commands.executeCommand('pullcheck.search', { type: 'group', id: `registry:${registry.host}` });
			await driver.waitFor(`${rows} >> text=${registry.host} cannot be searched.`);
		} finally {
			registry.reset();
		}
		await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
		const settings = vscode.workspace.getConfiguration('pullcheck');
		await settings.update('offline', true, vscode.ConfigurationTarget.Global);
		try {
			assert.equal((await offered('FROM ngin')).row, undefined);
			void vscode.commands.executeCommand('pullcheck.search', { type: 'group', id: `registry:${registry.host}` });
			await driver.waitFor(`${rows} >> text=Nothing is asked: offline by setting.`);
			assert.equal(searches(), 0);
		} finally {
			await settings.update('offline', undefined, vscode.ConfigurationTarget.Global);
		}
	});
});
