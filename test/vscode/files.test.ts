import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { codeOf, codes, openByHand, sampleFile, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

/** What happens to files while the editor is open: made, renamed, deleted, elsewhere, nowhere yet, with Windows' line ends, and many of them. */
describe('Files come and go', () => {
	let registry: FakeRegistry;
	const wrong = (): string => `FROM ${registry.host}/demo/node:20-alpin\n`;
	const write = (name: string, text: string): Thenable<void> => vscode.workspace.fs.writeFile(sampleFile(name), Buffer.from(text));
	const remove = (name: string): Thenable<void> => vscode.workspace.fs.delete(sampleFile(name), { recursive: true });
	const found = (name: string): Promise<unknown> => until(`The problem of ${name}`, () => codes(name).includes('tag-not-found'));
	const gone = (name: string): Promise<unknown> => until(`The end of the problem of ${name}`, () => codes(name).length === 0);

	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	afterEach(async () => { await vscode.commands.executeCommand('workbench.action.closeAllEditors'); });
	after(() => registry.close());

	it('take their problems along when they are renamed', async () => {
		await write('Dockerfile.before', wrong());
		await found('Dockerfile.before');
		await vscode.workspace.fs.rename(sampleFile('Dockerfile.before'), sampleFile('Dockerfile.after'));
		await gone('Dockerfile.before');
		await found('Dockerfile.after');
		await remove('Dockerfile.after');
		await gone('Dockerfile.after');
	});

	it('take them along when they are renamed while they are open, also to what is no file of ours', async () => {
		await write('Dockerfile.open', wrong());
		await openByHand(sampleFile('Dockerfile.open'));
		await found('Dockerfile.open');
		const rename = async (from: string, to: string): Promise<void> => {
			const edit = new vscode.WorkspaceEdit();
			edit.renameFile(sampleFile(from), sampleFile(to));
			assert.ok(await vscode.workspace.applyEdit(edit));
		};
		await rename('Dockerfile.open', 'Dockerfile.moved');
		await gone('Dockerfile.open');
		await found('Dockerfile.moved');
		await rename('Dockerfile.moved', 'notes.txt');
		await gone('Dockerfile.moved');
		await gone('notes.txt');
		await remove('notes.txt');
	});

	it('are not read while they are very long', async () => {
		await write('Dockerfile.long', wrong());
		await openByHand(sampleFile('Dockerfile.long'));
		await found('Dockerfile.long');
		const end = new vscode.Position(1, 0);
		const edited = async (edit: (builder: vscode.WorkspaceEdit) => void): Promise<void> => {
			const builder = new vscode.WorkspaceEdit();
			edit(builder);
			assert.ok(await vscode.workspace.applyEdit(builder));
		};
		await edited(edit => { edit.insert(sampleFile('Dockerfile.long'), end, '# a comment of some words\n'.repeat(90_000)); });
		await gone('Dockerfile.long');
		await edited(edit => { edit.delete(sampleFile('Dockerfile.long'), new vscode.Range(end, new vscode.Position(100_000, 0))); });
		await found('Dockerfile.long');
		await remove('Dockerfile.long');
	});

	it('lose their problems when their folder is renamed or deleted', async () => {
		await write('services/a/Dockerfile', wrong());
		await write('services/b/Dockerfile', wrong());
		await found('services/a/Dockerfile');
		await found('services/b/Dockerfile');
		await vscode.workspace.fs.rename(sampleFile('services'), sampleFile('apps'));
		await gone('services/a/Dockerfile');
		await gone('services/b/Dockerfile');
		await found('apps/a/Dockerfile');
		await found('apps/b/Dockerfile');
		// As a shell does it.
		await rm(sampleFile('apps').fsPath, { recursive: true });
		await gone('apps/a/Dockerfile');
		await gone('apps/b/Dockerfile');
	});

	it('are checked outside the workspace as long as they are open', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'pullcheck-outside-'));
		try {
			const file = vscode.Uri.file(join(folder, 'Dockerfile'));
			await writeFile(file.fsPath, wrong());
			const own = (): readonly string[] => vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'pullcheck').map(codeOf);
			await openByHand(file);
			await until('The problem', () => own().includes('tag-not-found'));
			await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
			await until('The end of the problem', () => own().length === 0);
		} finally {
			await rm(folder, { recursive: true });
		}
	});

	it('are checked and mended before they have a name', async () => {
		const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content: wrong() });
		await vscode.window.showTextDocument(document);
		const own = (): vscode.Diagnostic | undefined => vscode.languages.getDiagnostics(document.uri).find(one => codeOf(one) === 'tag-not-found');
		const problem = await until('The problem', own);
		assert.equal(document.getText(problem.range), '20-alpin');
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range, vscode.CodeActionKind.QuickFix.value);
		const [first] = actions.filter(({ isPreferred }) => isPreferred);
		assert.ok(first?.edit && await vscode.workspace.applyEdit(first.edit));
		assert.equal(document.getText(), `FROM ${registry.host}/demo/node:20-alpine\n`);
		await until('The end of the problem', () => !own());
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	});

	for (const [name, text] of Object.entries({
		'Dockerfile.crlf': 'ARG TAG=20-alpin\r\n# two\r\nFROM HOST/demo/node:22\r\n\r\nFROM \\\r\n  HOST/demo/node:20-alpin AS x\r\n',
		'crlf/compose.yaml': 'services:\r\n  a:\r\n    image: >-\r\n      HOST/demo/node:22\r\n  b:\r\n    image: "HOST/demo/node:20-alpin"\r\n',
		'mixed.Dockerfile': '# one\r\n# two\nFROM HOST/demo/node:22\r\nFROM HOST/demo/node:20-alpin\n',
		'bom.Dockerfile': '\uFEFFFROM HOST/demo/node:20-alpin\r\n',
	})) {
		it(`are mended between the line ends that they have: ${name}`, async () => {
			await write(name, text.replaceAll('HOST', registry.host));
			await found(name);
			const [unopened] = vscode.languages.getDiagnostics(sampleFile(name));
			const { document } = await openByHand(sampleFile(name));
			await until('The same problem in the open file', () => {
				const [problem] = vscode.languages.getDiagnostics(document.uri);
				return problem && document.getText(problem.range) === '20-alpin' && unopened?.range.isEqual(problem.range);
			});
			const before = document.getText();
			const { range } = vscode.languages.getDiagnostics(document.uri)[0]!;
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, range.start);
			assert.ok(hovers.some(hover => hover.range && document.getText(hover.range) === `${registry.host}/demo/node:20-alpin`));
			const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, vscode.CodeActionKind.QuickFix.value);
			const [first] = actions.filter(({ isPreferred }) => isPreferred);
			assert.ok(first?.edit && await vscode.workspace.applyEdit(first.edit));
			const at = before.lastIndexOf('20-alpin');
			assert.equal(document.getText(), `${before.slice(0, at)}20-alpine${before.slice(at + '20-alpin'.length)}`);
			await gone(name);
			await document.save();
			await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
			await remove(name.split('/')[0]!);
		});
	}

	it('may be four hundred at once: one reference is one question', async () => {
		const names = Array.from({ length: 400 }, (_, index) => `many/${index}/Dockerfile`);
		const asked = registry.requests.length;
		await Promise.all(names.map(name => write(name, wrong())));
		await until('The problems of all', () => names.every(name => codes(name).includes('tag-not-found')));
		assert.ok(registry.requests.length - asked < 20, `${registry.requests.length - asked} questions for one reference`);
		await rm(sampleFile('many').fsPath, { recursive: true });
		await until('The end of them all', () => names.every(name => codes(name).length === 0));
	});
});
