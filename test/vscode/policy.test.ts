import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import * as vscode from 'vscode';
import { runCli } from '../../src/cli/runCli.ts';
import { copyFiles } from '../support/copyFiles.ts';
import { fileKinds } from '../support/fileKinds.ts';
import { codeOf, sampleFile, until } from '../support/sampleWorkspace.ts';

const targets = ['openshift-3.11', 'quay-3.8'];
const severity = { 'tag-implicit-latest': 'warning', 'ref-placeholder': 'off' };
const levels = ['error', 'warning', 'info', 'hint'];

/** The sample workspace, one file of every kind and, where it lies beside the checkout, the corpus of real files. */
describe('Editor and command line', function () {
	this.timeout(90_000);
	const settings: Readonly<Record<string, unknown>> = { offline: true, profile: 'strict', targets, severity };
	const root = (): string => sampleFile('').fsPath;

	before(async () => {
		const extension = vscode.extensions.getExtension('pullcheck.pullcheck');
		await extension?.activate();
		const corpus = join(extension?.extensionPath ?? '', '../shared/corpus/files');
		if (existsSync(corpus)) { await copyFiles(corpus, join(root(), 'policy/corpus')); }
		const files = { ...Object.fromEntries(Object.entries(fileKinds).map(([name, text]) => [`kinds/${name}`, text])), ...left };
		for (const [name, text] of Object.entries(files)) {
			const path = join(root(), 'policy', name);
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, text);
		}
		await configure(settings);
	});
	after(async () => {
		await rm(join(root(), 'policy'), { recursive: true, force: true });
		await configure({ offline: undefined, profile: undefined, targets: undefined, severity: undefined });
	});

	it('find the same in the same files with the same settings', async () => {
		await agree(root());
	});

	it('look into the same files, also after an ignore file changed', async () => {
		const places = (await agree(root())).map(line => line.split(' ')[0]?.replace('policy/', ''));
		for (const [name, text] of Object.entries(left)) { assert.equal(places.includes(name), text.includes('wanted'), name); }
		const ignored = join(root(), 'policy/.gitignore');
		await writeFile(ignored, `${left['.gitignore']}!out/\nsub/\n`);
		await until('Another answer', () => !fromEditor(root()).some(line => line.startsWith('policy/sub/')));
		await agree(root());
		await writeFile(ignored, left['.gitignore']);
		await agree(root());
	});
});

/** Files that ignore files leave out, and files beside them that are wanted. */
const left = {
	'.gitignore': 'out/\n*.dockerfile\n!kept.dockerfile\n',
	'.pullcheckignore': 'old\n',
	'out/Dockerfile': 'FROM a/B:1\n',
	'out/.gitignore': '!Dockerfile\n',
	'x.dockerfile': 'FROM a/B:1\n',
	'kept.dockerfile': 'FROM a/B:1 AS wanted\n',
	'old/deep/Dockerfile': 'FROM a/B:1\n',
	'sub/.gitignore': '/Dockerfile\n',
	'sub/Dockerfile': 'FROM a/B:1\n',
	'sub/deep/Dockerfile': 'FROM a/B:1 AS wanted\n',
	'node_modules/x/Dockerfile': 'FROM a/B:1\n',
	'dist/Dockerfile': 'FROM a/B:1 AS wanted\n',
	'vendor/pod.json': '{ "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "wanted" }, "spec": { "containers": [{ "name": "a", "image": "a/B:1" }] } }\n',
	'built/compose.yaml': 'services:\n  a:\n    build: ../out\n  b:\n    build: { context: ., dockerfile: image.txt }\n  c:\n    build: ../node_modules/x\n  wanted:\n    image: a/B:1\n',
	'built/image.txt': 'FROM a/B:1 AS wanted\n',
	'other.json': '{ "image": "a/B:1" }\n',
};

/** Waits until both say the same; returns what they say. */
async function agree(root: string): Promise<readonly string[]> {
	const wanted = await fromCommandLine(root);
	assert.ok(wanted.length > 20, `${wanted.length} findings`);
	const expected = wanted.join('\n');
	let found: readonly string[] = [];
	await until('The same findings', async () => {
		await vscode.commands.executeCommand('pullcheck.checkWorkspace');
		found = fromEditor(root);
		return found.join('\n') === expected;
	}, 30_000).catch(() => undefined);
	assert.deepEqual({ onlyInEditor: without(found, wanted), onlyInCommandLine: without(wanted, found) }, { onlyInEditor: [], onlyInCommandLine: [] });
	return wanted;
}

async function configure(values: Readonly<Record<string, unknown>>): Promise<void> {
	for (const [name, value] of Object.entries(values)) { await vscode.workspace.getConfiguration('pullcheck').update(name, value, vscode.ConfigurationTarget.Workspace); }
}

async function fromCommandLine(cwd: string): Promise<readonly string[]> {
	let out = '';
	await runCli([
		'check', '--offline', '--profile', 'strict', '--format', 'json',
		...targets.flatMap(id => ['--target', id]), ...Object.entries(severity).flatMap(([code, level]) => ['--severity', `${code}=${level}`]),
	], {
		stdin: () => Readable.from(['']), out: text => { out += text; }, err: () => undefined, progress: false, colour: false,
		cwd, environment: process.env, signal: new AbortController().signal,
	});
	const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly file: string; readonly code: string; readonly severity: string; readonly message: string; readonly range: Range }[] };
	return findings.map(({ file, code, severity: level, message, range: { start, end } }) => [file, start.line, start.character, end.line, end.character, code, level, message].join(' ')).sort();
}

function fromEditor(root: string): readonly string[] {
	return vscode.languages.getDiagnostics().flatMap(([uri, problems]) => problems.filter(({ source }) => source === 'pullcheck').map(problem => {
		const { range: { start, end }, severity: level, message } = problem;
		return [uri.fsPath.slice(root.length).replaceAll('\\', '/').replace(/^\//, ''), start.line, start.character, end.line, end.character, codeOf(problem), levels[level], message].join(' ');
	})).sort();
}

interface Place { readonly line: number; readonly character: number }
interface Range { readonly start: Place; readonly end: Place }

function without(list: readonly string[], others: readonly string[]): readonly string[] {
	return list.filter(line => !others.includes(line));
}
