import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';

/** Every file of the sample workspace as it is before the first test: this module is read before any of them runs. */
const original = new Map(textsOfSample());

/** The registry that the open copy of the sample workspace names: `localhost:5055`. */
export function namedRegistry(): string {
	return registryIn(readFileSync(sampleFile('Dockerfile').fsPath, 'utf8'));
}

/** Writes another registry into all files of the open copy of the sample workspace. */
export function renameRegistry(before: string, after: string): void {
	const root = sampleFile('').fsPath;
	for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
		if (!entry.isFile()) { continue; }
		const path = join(entry.parentPath, entry.name);
		writeFileSync(path, readFileSync(path, 'utf8').replaceAll(before, after));
	}
}

/** Writes the files of the sample as they were, with the registry that they name by now. */
export function restoreSample(): void {
	const [was, now] = [registryIn(original.get(sampleFile('Dockerfile').fsPath) ?? ''), namedRegistry()];
	for (const [path, text] of original) {
		const wanted = text.replaceAll(was, now);
		if (!existsSync(path) || readFileSync(path, 'utf8') !== wanted) { writeFileSync(path, wanted); }
	}
}

/** Takes files and folders of the workspace away, once no editor shows them any more, and the folders that are empty then. */
export async function removeFiles(...paths: readonly string[]): Promise<void> {
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
	for (const path of new Set(paths)) {
		await rm(sampleFile(path).fsPath, { recursive: true, force: true, maxRetries: 5 });
		for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
			await rmdir(sampleFile(folder).fsPath).catch(() => undefined);
		}
	}
}

/** A file of the open workspace. */
export function sampleFile(path: string): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.[0];
	assert.ok(folder, 'VS Code has no folder open.');
	return vscode.Uri.joinPath(folder.uri, path);
}

function textsOfSample(): readonly (readonly [string, string])[] {
	return readdirSync(sampleFile('').fsPath, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)).map(path => [path, readFileSync(path, 'utf8')] as const);
}

function registryIn(dockerfile: string): string {
	const host = /FROM ([^/\s]+:\d+)\//.exec(dockerfile)?.[1];
	assert.ok(host, 'The sample Dockerfile names no registry.');
	return host;
}
