import * as vscode from 'vscode';
import type { Span } from '../core/model/index.ts';
import { lineIndex } from '../core/util/lineIndex.ts';
import { uriOf } from './fileId.ts';

/** Turns spans of one text into ranges of the editor. */
export type ToRange = (span: Span) => vscode.Range;

/** Ranges of a text that stands in `document` exactly as it was read. */
export function rangesOf(document: vscode.TextDocument): ToRange {
	return ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** Ranges of a text, by its open document when that still holds the same text. */
export function rangesIn(file: string, text: string): ToRange {
	const uri = uriOf(file).toString();
	const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri);
	if (open && open.getText() === text) { return rangesOf(open); }
	return rangesOfText(text);
}

/** Ranges of a text that no editor holds. */
export function rangesOfText(text: string): ToRange {
	const index = lineIndex(text);
	return ({ start, end }) => {
		const from = index.positionAt(start);
		const to = index.positionAt(end);
		return new vscode.Range(from.line, from.character, to.line, to.character);
	};
}
