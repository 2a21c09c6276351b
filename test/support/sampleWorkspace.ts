import * as vscode from 'vscode';
import { startFakeRegistry, type FakeRegistry } from './fakeRegistry.ts';
import { namedRegistry, renameRegistry, restoreSample, sampleFile } from './sampleFiles.ts';
import { fillSampleImages, sampleUsers } from './sampleImages.ts';

export { namedRegistry, removeFiles, renameRegistry, restoreSample, sampleFile } from './sampleFiles.ts';

/**
 * The registry that the open copy of the sample workspace names, filled; as `npm start` has it. Where something else holds the port
 * (an `npm start` beside the tests), it takes another one and writes that into the copy. What an earlier test changed in the files of
 * the sample is undone: no test depends on those before it.
 */
export async function startSampleRegistry(): Promise<FakeRegistry> {
	restoreSample();
	const named = Number(namedRegistry().split(':')[1]);
	const start = (port: number): Promise<FakeRegistry> => startFakeRegistry({ port, hostName: 'localhost', auth: { type: 'bearer', users: sampleUsers } });
	const registry = await start(named).catch(() => start(0));
	fillSampleImages(registry, registry.host);
	if (registry.port !== named) { renameRegistry(`localhost:${named}`, registry.host); }
	return registry;
}

/** Opens a file of the workspace in an editor. */
export async function show(path: string): Promise<vscode.TextEditor> {
	return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(sampleFile(path)));
}

/** Opens a file in an editor as a person does: a document that an extension opened stays open for minutes after its editor was closed. */
export async function openByHand(file: vscode.Uri): Promise<vscode.TextEditor> {
	await vscode.commands.executeCommand('vscode.open', file);
	return until(`The editor of ${file.path}`, () => vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file.toString()));
}

/** What Problems says about a file, only ours. */
export function problems(path: string): readonly vscode.Diagnostic[] {
	return vscode.languages.getDiagnostics(sampleFile(path)).filter(({ source }) => source === 'pullcheck');
}

/** The codes of the problems of a file, in order of place. */
export function codes(path: string): readonly string[] {
	return [...problems(path)].sort((a, b) => a.range.start.compareTo(b.range.start)).map(codeOf);
}

export function codeOf({ code }: vscode.Diagnostic): string {
	return typeof code === 'object' ? String(code.value) : String(code);
}

/** Waits until `value` says something true, looking again whenever the editor changed something; fails with `what` after `timeout` milliseconds. */
export async function until<T>(what: string, value: () => T | Promise<T>, timeout = 60_000): Promise<NonNullable<T>> {
	for (const end = Date.now() + timeout; ;) {
		const now = await value();
		if (now) { return now as NonNullable<T>; }
		if (Date.now() > end) { throw new Error(`${what} did not come about within ${timeout / 1000} s.`); }
		await new Promise(resolve => { setTimeout(resolve, 50); });
	}
}

/** The extension's own problem on a text of a file. */
export async function problemOn(path: string, text: string): Promise<vscode.Diagnostic> {
	const document = await vscode.workspace.openTextDocument(sampleFile(path));
	return until(`A problem on ${text}`, () => problems(path).find(({ range }) => document.getText(range) === text));
}

/** What our hover says of the first reference that contains a text, as Markdown; waits until it says something, or what is wanted: sizes come after the verdict. */
export async function hoverText(path: string, text: string, wanted = /./): Promise<string> {
	const document = await vscode.workspace.openTextDocument(sampleFile(path));
	const position = document.positionAt(document.getText().indexOf(text) + 1);
	return until(`A hover on ${text}`, async () => {
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
		const markdown = hovers.flatMap(({ contents }) => contents).map(content => (content instanceof vscode.MarkdownString ? content.value : '')).find(value => /\$\(\w/.test(value));
		// Escapes are for the renderer.
		return markdown && !markdown.includes('$(sync~spin)') && wanted.test(markdown) ? markdown.replace(/\\([^\w\s])/g, '$1').replaceAll('&nbsp;', ' ') : undefined;
	});
}
