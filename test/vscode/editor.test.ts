import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codeOf, hoverText, openByHand, problemOn, removeFiles, sampleFile, show, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

describe('The editor', () => {
	let registry: FakeRegistry;
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await show('Dockerfile');
		await vscode.commands.executeCommand('pullcheck.refresh');
		await problemOn('Dockerfile', '20-alpin');
	});
	afterEach(async () => {
		await vscode.workspace.getConfiguration('pullcheck').update('inlayHints.enable', undefined, vscode.ConfigurationTarget.Global);
		await vscode.workspace.getConfiguration('pullcheck').update('codeLens.enable', undefined, vscode.ConfigurationTarget.Global);
	});
	after(async () => {
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		await registry.close();
	});

	it('links the code of a problem to its page', async () => {
		const { code } = await problemOn('Dockerfile', '20-alpin');
		assert.ok(typeof code === 'object');
		assert.match(code.target.toString(), /\/tag-not-found\/README\.md$/);
	});

	it('says in the hover where a value comes from', async () => {
		const text = await hoverText('Dockerfile', 'demo/app', /layers/);
		assert.ok(text.includes(`**${registry.host}/demo/app:1.2** exists (\`TAG=1.2\` from [line 2]`), text);
		assert.match(text, /Docker manifest · linux\/amd64 \*\*[\d.]+ MB\*\* · 9 layers/);
		assert.match(text, /Digest `sha256:[0-9a-f]{12}` · asked localhost:\d+ just now/);
	});

	it('answers a hover of what is known at once, and asks nobody for it', async () => {
		await hoverText('Dockerfile', 'demo/app', /layers/);
		const asked = registry.requests.length;
		for (let round = 0; round < 20; round++) { await hoverText('Dockerfile', 'demo/app', /layers/); }
		assert.equal(registry.requests.length, asked);
	});

	it('offers the preferred fix first, and to ignore last', async () => {
		const problem = await problemOn('Dockerfile', '20-alpin');
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', sampleFile('Dockerfile'), problem.range, vscode.CodeActionKind.QuickFix.value);
		assert.deepEqual(actions.map(({ title, isPreferred }) => [title, isPreferred]).filter(([title]) => /tag/.test(String(title))),
			[['Change the tag to "20-alpine"', true], ['Ignore tag-not-found on this line', false]]);
	});

	it('offers to log in where the answer may change with it', async () => {
		const problem = await problemOn('compose.yaml', `${registry.host}/demo/private`);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', sampleFile('compose.yaml'), problem.range, vscode.CodeActionKind.QuickFix.value);
		const login = actions.find(({ title }) => title === `Log in to ${registry.host}`);
		assert.equal(login?.command?.command, 'pullcheck.login');
		assert.deepEqual(login.command.arguments, [registry.host]);
	});

	it('completes tags, newest first, with those of the same variant before the others', async () => {
		const document = await vscode.workspace.openTextDocument(sampleFile('Dockerfile'));
		const position = document.positionAt(document.getText().indexOf(':20-alpin') + 1);
		const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position, ':');
		const tags = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Constant).map(({ label }) => (typeof label === 'string' ? label : label.label));
		assert.ok(tags.includes('22-alpine') && tags.includes('20-bookworm'), tags.join(' '));
		assert.ok(tags.indexOf('22') < tags.indexOf('20'), tags.join(' '));
	});

	it('shows size, platforms and format after a reference when that is wanted', async () => {
		const document = await vscode.workspace.openTextDocument(sampleFile('Dockerfile'));
		const range = new vscode.Range(0, 0, document.lineCount, 0);
		const hints = async () => (await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, range)).map(({ label }) => String(label));
		assert.deepEqual(await hints(), []);
		await vscode.workspace.getConfiguration('pullcheck').update('inlayHints.enable', true, vscode.ConfigurationTarget.Global);
		const shown = await until('Hints', async () => { const now = await hints(); return now.length >= 2 ? now : undefined; });
		assert.match(shown.join(' | '), /[\d.]+ MB · 1 platform · OCI \| [\d.]+ MB · linux\/amd64 · Docker/);
	});

	it('shows actions above references when that is wanted', async () => {
		await vscode.workspace.getConfiguration('pullcheck').update('codeLens.enable', true, vscode.ConfigurationTarget.Global);
		const lenses = await until('Lenses', async () => {
			const now = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', sampleFile('Dockerfile'), 20);
			return now.length > 0 ? now : undefined;
		});
		assert.ok(lenses.some(({ command }) => command?.title === 'Change the tag to "20-alpine"'));
		assert.ok(lenses.some(({ command }) => command?.title === 'Pin'));
	});

	it('offers a newer tag above a reference, and puts it in', async () => {
		await vscode.workspace.getConfiguration('pullcheck').update('codeLens.enable', true, vscode.ConfigurationTarget.Global);
		const file = sampleFile('Dockerfile.old');
		await vscode.workspace.fs.writeFile(file, Buffer.from(`ARG TAG=18-alpine\nFROM ${registry.host}/demo/node:20-bookworm\nFROM ${registry.host}/demo/node:\${TAG}\n`));
		try {
			const { document } = await openByHand(file);
			const lenses = await until('Both lenses', async () => {
				const now = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', file, 20);
				return now.filter(({ command }) => command?.title.endsWith(' available')).length === 2 ? now : undefined;
			});
			assert.deepEqual(lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`), ['1 Inspect', '1 Pin', '1 22-bookworm available', '2 Inspect', '2 22-alpine available']);
			const { command } = lenses.at(-1) ?? {};
			assert.ok(command);
			await vscode.commands.executeCommand(command.command, ...command.arguments ?? []);
			await until('The new tag', () => document.getText().startsWith('ARG TAG=22-alpine\n'));
			await document.save();
		} finally {
			await removeFiles('Dockerfile.old');
		}
	});

	it('keeps results while somebody types elsewhere, and drops those whose text changed', async () => {
		const editor = await show('Dockerfile');
		const document = editor.document;
		const before = document.getText();
		const restore = (): Thenable<boolean> => editor.edit(edit => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), before));
		const seen: number[] = [];
		const listening = vscode.languages.onDidChangeDiagnostics(() => seen.push(vscode.languages.getDiagnostics(document.uri).filter(one => codeOf(one) === 'tag-not-found').length));
		try {
			await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '# one more line\n'));
			await until('The problem one line further down', () => vscode.languages.getDiagnostics(document.uri).some(one => codeOf(one) === 'tag-not-found' && document.getText(one.range) === '20-alpin'));
			listening.dispose();
			assert.ok(seen.every(count => count === 1), `The problem flashed: ${seen.join(' ')}`);
			const start = document.getText().indexOf('20-alpin');
			await editor.edit(edit => edit.insert(document.positionAt(start + '20-alpin'.length), 'e'));
			await until('The end of the problem', () => !vscode.languages.getDiagnostics(document.uri).some(one => codeOf(one) === 'tag-not-found'));
		} finally {
			listening.dispose();
			await restore();
		}
		await problemOn('Dockerfile', '20-alpin');
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});

	it('pins and unpins the digests of the workspace in the files that are chosen', async () => {
		const { document } = await show('compose.yaml');
		await until('An answer', async () => (await hoverText('compose.yaml', 'demo/multi')).includes('exists'));
		const before = document.getText();
		const accept = async (command: string, done: () => boolean): Promise<void> => {
			let running = false;
			await until(`The edits of ${command}`, async () => {
				if (done()) { return true; }
				// A list that is accepted before it has its files ends the command with nothing chosen.
				if (!running) {
					running = true;
					void vscode.commands.executeCommand(command).then(() => { running = false; });
				}
				await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
				return done();
			});
		};
		await accept('pullcheck.pinWorkspace', () => document.getText() !== before);
		assert.match(document.getText(), /image: localhost:\d+\/demo\/multi:1\.0@sha256:[0-9a-f]{64}\n/);
		assert.equal(document.getText().replaceAll(/@sha256:[0-9a-f]{64}/g, ''), before.replaceAll(/@sha256:[0-9a-f]{64}/g, ''));
		await accept('pullcheck.unpinWorkspace', () => !document.getText().includes('multi:1.0@'));
	});

	it('pins and unpins a digest, touching nothing else', async () => {
		const editor = await show('compose.yaml');
		const document = editor.document;
		const line = document.positionAt(document.getText().indexOf('demo/multi:1.0'));
		await until('An answer', async () => (await hoverText('compose.yaml', 'demo/multi')).includes('exists'));
		editor.selection = new vscode.Selection(line, line);
		await vscode.commands.executeCommand('pullcheck.pin');
		assert.match(document.lineAt(line.line).text, /^ {4}image: localhost:\d+\/demo\/multi:1\.0@sha256:[0-9a-f]{64}$/);
		await until('The reference with its digest', async () => (await hoverText('compose.yaml', 'demo/multi')).includes('@sha256'));
		editor.selection = new vscode.Selection(line, line);
		await vscode.commands.executeCommand('pullcheck.unpin');
		assert.match(document.lineAt(line.line).text, /^ {4}image: localhost:\d+\/demo\/multi:1\.0$/);
		await vscode.commands.executeCommand('workbench.action.files.revert');
	});

	it('fixes everything safe at once', async () => {
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', sampleFile('Dockerfile'), new vscode.Range(0, 0, 20, 0), 'source.fixAll.pullcheck');
		const edit = actions.find(({ kind }) => kind?.value === 'source.fixAll.pullcheck')?.edit;
		assert.deepEqual(edit?.get(sampleFile('Dockerfile')).map(({ newText }) => newText), ['20-alpine']);
	});
});
