import { constants, open } from 'node:fs/promises';
import * as vscode from 'vscode';
import { decodeText, maximumFileSize } from '../../core/util/decodeText.ts';
import { fileOf, uriOf } from '../fileId.ts';

/** The text of a file, as the editor shows it or as it is stored; without byte order mark; `undefined` when it is not there or is no text. */
export async function readText(file: string): Promise<string | undefined> {
	const shown = vscode.workspace.textDocuments.find(document => !document.isClosed && fileOf(document.uri) === file);
	return shown ? shown.getText() : readStored(file);
}

/** As {@link readText}, for a file that no editor holds. Files of this machine are read directly, which costs a third of the way through the editor. */
export async function readStored(file: string): Promise<string | undefined> {
	const uri = uriOf(file);
	try {
		return uri.scheme === 'file' ? await fromDisk(uri.fsPath) : await fromFileSystem(uri);
	} catch {
		return undefined;
	}
}

async function fromDisk(path: string): Promise<string | undefined> {
	// Nobody waits until somebody writes into a named pipe.
	const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	try {
		const stats = await handle.stat();
		if (!stats.isFile() || stats.size > maximumFileSize) { return undefined; }
		const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(stats.size), 0, stats.size, 0);
		return decodeText(buffer.subarray(0, bytesRead));
	} finally {
		await handle.close();
	}
}

async function fromFileSystem(uri: vscode.Uri): Promise<string | undefined> {
	const { size } = await vscode.workspace.fs.stat(uri);
	return size > maximumFileSize ? undefined : decodeText(await vscode.workspace.fs.readFile(uri));
}
