import * as vscode from 'vscode';
import { uriOf } from '../fileId.ts';
import type { PlaceTarget } from '../useTarget.ts';
import type { Command } from './core.ts';
import { isImageNode } from './subject.ts';

/** Shows a place in a file; of an image in the tree the first one. */
export const goTo: Command = {
	id: 'goTo',
	async run(_core, argument) {
		const place = isImageNode(argument) ? firstPlace(argument.places[0]) : isPlace(argument) ? argument : undefined;
		if (!place) { return; }
		const document = await vscode.workspace.openTextDocument(uriOf(place.file));
		await vscode.window.showTextDocument(document, { selection: new vscode.Range(document.positionAt(place.start), document.positionAt(place.end)) });
	},
};

function firstPlace(view: {
	readonly facts: { readonly file: string };
	readonly use: { readonly span: { readonly start: number; readonly end: number } }
} | undefined): PlaceTarget | undefined {
	return view && { file: view.facts.file, ...view.use.span };
}

function isPlace(value: unknown): value is PlaceTarget {
	return typeof value === 'object' && value !== null && 'file' in value && 'start' in value && 'end' in value;
}
