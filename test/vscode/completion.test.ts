import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FakeRegistry } from '../support/fakeRegistry.ts';
import { openByHand, removeFiles, sampleFile, startSampleRegistry, until } from '../support/sampleWorkspace.ts';

describe('Completion offers', () => {
	let registry: FakeRegistry;
	const made: string[] = [];
	before(async () => {
		registry = await startSampleRegistry();
		await vscode.extensions.getExtension('pullcheck.pullcheck')?.activate();
		await vscode.commands.executeCommand('pullcheck.refresh');
	});
	afterEach(async () => {
		await removeFiles(...made.splice(0));
	});
	after(() => registry.close());

	/** What is offered at `|`, the first `resolved` with what is added when one is looked at. */
	async function offered(name: string, text: string, resolved = 0): Promise<vscode.CompletionList> {
		const at = text.indexOf('|');
		made.push(name);
		await vscode.workspace.fs.writeFile(sampleFile(name), Buffer.from(text.replace('|', '')));
		const { document } = await openByHand(sampleFile(name));
		return until(`Something at ${text}`, async () => {
			const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(at), undefined, resolved);
			const own = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Constant || kind === vscode.CompletionItemKind.Module);
			return own.length > 0 ? { ...list, items: own } : undefined;
		});
	}
	const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

	for (const [name, text] of Object.entries({
		'completion/compose.yaml': 'services:\n  a:\n    image: HOST/demo/node:22|\n',
		'completion-quoted.compose.yaml': 'services:\n  a:\n    image: "HOST/demo/node:22|"\n',
		'.devcontainer/other/devcontainer.json': '{\n\t"image": "HOST/demo/node:22|"\n}\n',
		'completion.Dockerfile': 'FROM --platform=$BUILDPLATFORM HOST/demo/node:22|\n',
		'.github/workflows/completion.yml': 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    container: HOST/demo/node:22|\n    steps:\n      - run: ls\n',
	})) {
		it(`tags with sizes and dates: ${name}`, async () => {
			const list = await offered(name, text.replace('HOST', registry.host), 3);
			assert.ok(list.items.every(item => labelOf(item).startsWith('22')), list.items.map(labelOf).join(' '));
			assert.equal(labelOf(list.items[0]!), '22');
			assert.match(list.items[0]?.detail ?? '', /^[\d.]+ [kM]B · .*\d/);
			const { range } = list.items[0]!;
			assert.ok(range instanceof vscode.Range);
			assert.equal(vscode.window.activeTextEditor?.document.getText(range), '22');
		});
	}

	for (const [name, text] of [['schema/.pullcheckrc.json', '{ "severity": { | } } // all'], ['schema/package.json', '{ "pullcheck": { "severity": { | } } }']] as const) {
		it(`the settings of the command line: ${name}`, async () => {
			const at = text.indexOf('|');
			made.push(name);
			await vscode.workspace.fs.writeFile(sampleFile(name), Buffer.from(text.replace('|', '')));
			const { document } = await openByHand(sampleFile(name));
			assert.equal(document.languageId, name.endsWith('package.json') ? 'json' : 'jsonc');
			await until('A code', async () => {
				const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(at));
				return items.some(item => labelOf(item).includes('tag-not-found'));
			});
		});
	}

	it('no more tags than the setting allows, and says that there are more', async () => {
		const settings = vscode.workspace.getConfiguration('pullcheck');
		await settings.update('completion.limit', 2, vscode.ConfigurationTarget.Global);
		try {
			const list = await offered('completion/compose.yaml', `services:\n  a:\n    image: ${registry.host}/demo/node:|\n`);
			assert.equal(list.items.length, 2);
		} finally {
			await settings.update('completion.limit', undefined, vscode.ConfigurationTarget.Global);
		}
	});

	it('tags of a repository that has more of them than anybody reads', async () => {
		const { tags } = registry.repository('demo/big');
		const [digest = ''] = registry.repository('demo/node').tags.values();
		for (let build = 0; build < 15_000; build++) { tags.set(`build-${String(build).padStart(5, '0')}`, digest); }
		tags.set('v1.2', digest);
		const asked = registry.requests.length;
		const list = await offered('completion.Dockerfile', `FROM ${registry.host}/demo/big:v|\n`);
		assert.deepEqual(list.items.map(labelOf), ['v1.2']);
		assert.equal((await offered('completion/compose.yaml', `services:\n  a:\n    image: ${registry.host}/demo/big:|\n`)).items.length, 100);
		const lists = registry.requests.slice(asked).filter(({ url }) => url.includes('demo/big/tags/list')).length;
		assert.ok(lists <= 11, `${lists} pages read`);
	});

	it('names, not tags, while the port of a host is typed, and asks nobody', async () => {
		const asked = registry.requests.length;
		const list = await offered('completion.Dockerfile', `FROM ${registry.host.slice(0, -2)}|\n`);
		assert.ok(list.items.some(item => labelOf(item) === `${registry.host}/`), list.items.map(labelOf).join(' '));
		assert.ok(list.items.every(({ kind }) => kind === vscode.CompletionItemKind.Module));
		assert.ok(registry.requests.slice(asked).every(({ url }) => !url.includes('library')));
	});

	it('names: those of the workspace, then well-known ones', async () => {
		const labels = async (typed: string): Promise<readonly string[]> => (await offered('completion.Dockerfile', `FROM ${typed}|\n`)).items.map(labelOf);
		const nodes = await labels('no');
		assert.ok(nodes.includes(`${registry.host}/demo/node`) && nodes.includes('node'), nodes.join(' '));
		assert.ok(nodes.indexOf(`${registry.host}/demo/node`) < nodes.indexOf('node'));
		assert.ok((await labels('quay.io/keyc')).includes('quay.io/keycloak/keycloak'));
	});

	it('nothing in files that name no images, and nothing when all is off', async () => {
		const text = 'openapi: 3.1.0\ninfo:\n  image: docker.io/demo/node:\n';
		const nothing = async (name: string, content: string): Promise<void> => {
			made.push(name);
			await vscode.workspace.fs.writeFile(sampleFile(name), Buffer.from(content));
			const { document } = await openByHand(sampleFile(name));
			const end = document.lineAt(document.lineCount - 2).range.end;
			const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end, ':');
			assert.deepEqual(list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Constant || kind === vscode.CompletionItemKind.Module), []);
		};
		await nothing('openapi.yaml', text);
		const settings = vscode.workspace.getConfiguration('pullcheck');
		await settings.update('enable', false, vscode.ConfigurationTarget.Global);
		try {
			await nothing('completion.Dockerfile', `FROM ${registry.host}/demo/node:\n`);
		} finally {
			await settings.update('enable', undefined, vscode.ConfigurationTarget.Global);
		}
	});
});
