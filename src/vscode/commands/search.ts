import * as vscode from 'vscode';
import { uriOf } from '../fileId.ts';
import type { Command } from './core.ts';
import { pickRepository } from './pickRepository.ts';

/** Where the name that is chosen is written, and what stands there so far. */
export interface SearchTarget {
	readonly file: string;
	readonly line: number;
	readonly start: number;
	readonly end: number;
	/** What is searched for first. */
	readonly search: string;
}

/** Searches a registry for a repository by name: written where the completion was asked for it, else its tags are shown. */
export const search: Command = {
	id: 'search',
	async run({ session }, argument) {
		const target = isTarget(argument) ? argument : undefined;
		const name = await pickRepository(session, target?.search ?? registryOf(argument));
		if (name === undefined) { return; }
		if (!target) { await vscode.commands.executeCommand('pullcheck.browseTags', name); return; }
		const range = new vscode.Range(target.line, target.start, target.line, target.end);
		const document = await vscode.workspace.openTextDocument(uriOf(target.file));
		if (document.getText(range) !== target.search) { return; }
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, range, name);
		await vscode.workspace.applyEdit(edit);
	},
};

/** A registry's heading in the view. */
function registryOf(argument: unknown): string {
	const id = typeof argument === 'object' && argument !== null && 'type' in argument && argument.type === 'group' && 'id' in argument
		? String(argument.id)
		: '';
	const [, host = ''] = /^registry:(.+)$/.exec(id) ?? [];
	return host === '' || host === 'docker.io' ? '' : `${host}/`;
}

function isTarget(value: unknown): value is SearchTarget {
	return typeof value === 'object'
		&& value !== null
		&& 'search' in value
		&& typeof value.search === 'string'
		&& 'file' in value
		&& typeof value.file === 'string'
		&& 'line' in value && typeof value.line === 'number' && 'start' in value && typeof value.start === 'number' && 'end' in value && typeof value.end === 'number';
}
