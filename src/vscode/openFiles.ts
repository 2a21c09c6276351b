import * as vscode from 'vscode';
import { fileOf } from './fileId.ts';

/** Files that the editor holds as documents: what is checked of them is what is shown, saved or not. */
export function openFiles(): ReadonlySet<string> {
	return new Set(vscode.workspace.textDocuments.map(({ uri }) => fileOf(uri)));
}
