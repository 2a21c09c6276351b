import * as vscode from 'vscode';
import type { Edit, Finding, Fix, FixAction } from '../core/model/index.ts';
import { uriOf } from './fileId.ts';
import { rangesIn } from './ranges.ts';
import type { Session } from './session.ts';

/** Edits of the core as an edit of the editor. `file` is the one that edits without a file mean. */
export function workspaceEdit(session: Session, file: string, edits: readonly Edit[]): vscode.WorkspaceEdit {
	const result = new vscode.WorkspaceEdit();
	for (const edit of edits) {
		const place = edit.file ?? file;
		result.replace(uriOf(place), rangesIn(place, session.textOf(place) ?? '')(edit.span), edit.newText);
	}
	return result;
}

/** Safe first fixes of many findings whose edits do not touch each other, ready to be applied at once. */
export function safeEdits(findings: readonly Finding[]): readonly Edit[] {
	const taken: Edit[] = [];
	for (const { file, fixes: [first] } of findings) {
		if (!first?.safe || first.edits.length === 0) { continue; }
		const edits = first.edits.map(edit => ({ file, ...edit }));
		if (edits.some(edit => taken.some(other => overlaps(edit, other)))) { continue; }
		taken.push(...edits);
	}
	return taken;
}

/** The command of a fix that is no edit. */
export function actionCommand(action: FixAction, title: string): vscode.Command {
	switch (action.type) {
		case 'login': return { command: 'pullcheck.login', title, arguments: [action.host] };
		case 'terminal': return { command: 'pullcheck.applyFix', title, arguments: [{ terminal: action.text }] };
		case 'copy': return { command: 'pullcheck.applyFix', title, arguments: [{ copy: action.text }] };
		case 'open': return { command: 'vscode.open', title, arguments: [vscode.Uri.parse(action.url)] };
	}
}

/** True for a fix that changes text. */
export function isEdit(fix: Fix): boolean {
	return fix.edits.length > 0;
}

function overlaps(a: Edit, b: Edit): boolean {
	return a.file === b.file && a.span.start <= b.span.end && b.span.start <= a.span.end;
}
